import { describe, expect, it, test } from "vitest";
import { findEachOf, tracesOf } from "@/lib/domain/said-again";
import { type PutBack, putBackBy, type TakenDown } from "./put-back";

const correcting = (changes: Record<string, string>, rest: object = {}) => ({
  ...{ kind: "correction", waveId: "kz22", recordId: "KZ22-F12", baseRevision: 1, changes },
  ...{ reason: "", reasonLanguage: "en", grounds: "cited", sources: [], ...rest },
});
const taken = (parts: string[], rest: Partial<TakenDown> = {}): TakenDown[] => [
  { id: "w", waveId: "kz22", recordId: "KZ22-F12", parts, quoted: [], saidBy: new Set(), ...rest },
];
const held = (takenDown: TakenDown[], words: string[] = [], reason?: string) => {
  const find = findEachOf(new Map(takenDown.map(({ id }) => [id, tracesOf(words)])));
  return { takenDown, find, told: reason === undefined ? null : find(reason) };
};
const by = (payload: unknown, takenDown: TakenDown[]): PutBack[] =>
  putBackBy({ id: "1", waveId: "kz22", payload }, held(takenDown));
const figure = (rest: object) => ({ waveId: "kz22", measure: "arrests", ...rest });

describe("what a correction of the record puts back", () => {
  test.each([
    ["claimantName", { "claimantNames.en": "Expat Guide" }],
    ["words", { "quantity.words": "about forty" }],
    ["citations", { "citations.KZ22-S4.words": "forty of us" }],
    ["answers", { "answers.KZ22-D1.ru": "Повысили" }],
    ["note", { "note.kk": "Айтты" }],
  ])("words in %s where words were taken down", (part, changes) => {
    expect(by(correcting(changes), taken([part]))).toEqual([{ as: "part", part }]);
    expect(by(correcting(changes), taken([part], { recordId: "KZ22-F13" }))).toEqual([]);
    expect(by(correcting(changes), taken(["disputeReason"]))).toEqual([]);
  });

  it("a new quote is words where quotes were taken down", () => {
    const quoting = correcting({}, { sources: [{ quote: "forty of us" }] });
    expect(by(quoting, taken(["citations"]))).toEqual([{ as: "part", part: "citations" }]);
  });

  it("its reason, whatever was taken down, since it stands beside the record", () => {
    const told = correcting({ claimant: "press" }, { reason: "It was Bekova." });
    expect(by(told, taken(["note"]))).toEqual([{ as: "reason" }]);
    expect(by({ ...told, kind: "retraction" }, taken(["note"]))).toEqual([{ as: "reason" }]);
    expect(by(told, taken(["note"], { recordId: "KZ22-F13" }))).toEqual([]);
  });

  it("what is emptied, keeps its mark or holds no words puts nothing back", () => {
    const changes = {
      "note.en": "",
      "note.ru": "[скрыто]",
      answers: "KZ22-D1",
      "citations.KZ22-S4.reliability": "high",
    };
    expect(by(correcting(changes, { reason: "[withheld]" }), taken(["note", "answers", "citations"]))).toEqual([]);
  });
});

describe("what any proposal of the wave says again", () => {
  const words = { as: "words", recordId: "KZ22-F12", found: "Aizhan Bekova" };
  const again = (payload: unknown, reason?: string, rest: Partial<TakenDown> = {}) =>
    putBackBy(
      { id: "1", waveId: "kz22", payload },
      held(taken(["note"], rest), ["Told by Aizhan Bekova, a welder."], reason),
    );

  it.each([
    ["a note", figure({ note: "As Aizhan Bekova said" })],
    ["a source", figure({ sources: [{ title: "Talk with Aizhan Bekova" }] })],
    ["a correction of another record", correcting({ "note.en": "Aizhan Bekova" }, { recordId: "KZ22-F13" })],
    ["the reason of one", correcting({}, { recordId: "KZ22-F13", reason: "Aizhan Bekova said so." })],
  ])("the words themselves in %s", (_, payload) => {
    expect(again(payload)).toEqual([words]);
  });

  it("the words in the reason of an approval, and nothing that is never published", () => {
    expect(again(figure({}), "Aizhan Bekova is right.")).toEqual([words]);
    expect(again(figure({ confidentialNote: "Ask Aizhan Bekova" }))).toEqual([]);
  });

  it("in no other wave", () => {
    expect(again(figure({ note: "As Aizhan Bekova said" }), undefined, { waveId: "le24" })).toEqual([]);
  });

  it("a quote out of a source of which a quote was taken down, by its id or its address", () => {
    const quoted = taken(["citations"], { quoted: [{ id: "KZ22-S4", url: "https://www.example.org/a/" }] });
    const quoting = (source: object) => figure({ sources: [{ quote: "forty of us", ...source }] });
    const found = [{ as: "quote", recordId: "KZ22-F12", sourceId: "KZ22-S4" }];
    expect(by(quoting({ existing: "kz22-s4" }), quoted)).toEqual(found);
    expect(by(quoting({ url: "https://example.org/a" }), quoted)).toEqual(found);
    expect(by(quoting({ existing: "KZ22-S5" }), quoted)).toEqual([]);
    expect(by(quoting({ existing: "KZ22-S4", quote: "" }), quoted)).toEqual([]);
    const other = correcting({}, { recordId: "KZ22-F13", sources: [{ existing: "KZ22-S4", quote: "forty" }] });
    expect(by(other, quoted)).toEqual(found);
  });

  it("what it had said when the words went for good", () => {
    const said = taken(["note"], { saidBy: new Set(["1"]) });
    expect(by(figure({}), said)).toEqual([{ as: "said", recordId: "KZ22-F12" }]);
    expect(putBackBy({ id: "2", waveId: "kz22", payload: figure({}) }, held(said))).toEqual([]);
  });
});
