import { expect, test } from "vitest";
import { partsPutBack } from "./put-back";

const correcting = (changes: Record<string, string>, quote = "") => ({
  ...{ kind: "correction", waveId: "kz22", recordId: "KZ22-F12", baseRevision: 1, changes },
  ...{ reason: "A slip.", reasonLanguage: "en", grounds: "cited" },
  sources: quote === "" ? [] : [{ quote }],
});
const taken = (...parts: string[]) => [{ recordId: "KZ22-F12", parts }];

test.each([
  ["claimantName", { "claimantNames.en": "Expat Guide" }],
  ["words", { "quantity.words": "about forty" }],
  ["citations", { "citations.KZ22-S4.words": "forty of us" }],
  ["answers", { "answers.KZ22-D1.ru": "Повысили" }],
  ["note", { "note.kk": "Айтты" }],
])("words in %s are put back where words were taken down", (part, changes) => {
  expect(partsPutBack(correcting(changes), taken(part))).toEqual([part]);
  expect(partsPutBack(correcting(changes), [{ recordId: "KZ22-F13", parts: [part] }])).toEqual([]);
  expect(partsPutBack(correcting(changes), taken("disputeReason"))).toEqual([]);
});

test("a new quote is words where quotes were taken down", () => {
  expect(partsPutBack(correcting({}, "forty of us"), taken("citations"))).toEqual(["citations"]);
});

test("what is emptied, keeps its mark or holds no words puts nothing back", () => {
  const changes = { "note.en": "", "note.ru": "[скрыто]", answers: "KZ22-D1", "citations.KZ22-S4.reliability": "high" };
  expect(partsPutBack(correcting(changes), taken("note", "answers", "citations"))).toEqual([]);
  expect(partsPutBack({ recordKind: "figure" }, taken("note"))).toEqual([]);
});
