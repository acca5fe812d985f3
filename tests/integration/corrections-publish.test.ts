import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { recordDiff } from "@/lib/domain/record-diff";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { db } from "@/lib/server/db";
import {
  holdsNow,
  publishedCorrection,
  readRecord,
  rowOf,
  typedCorrection,
  typedRetraction,
} from "./support/corrections";
import { personasIn } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

const perKind: [string, Record<string, string>, string[]][] = [
  [
    "KZ22-F121",
    { "quantity.upper": "55 100", "quantity.words": "", "note.ru": "Исправлено." },
    ["quantity", "quantity.words", "note.ru"],
  ],
  [
    "KZ22-A18",
    { type: "rally", "start.latest": "2022-01-05 20:30", workforceIds: "KZ22-W1 KZ22-W11" },
    ["type", "start", "workforceIds"],
  ],
  [
    "KZ22-W11",
    { "names.tr": "Kazakhmys madencileri, Karaganda", otherNames: "Шахтёры\nMiners" },
    ["names.tr", "otherNames"],
  ],
  [
    "KZ22-H1",
    {
      "quantity.lower": "5",
      "quantity.upper": "",
      "quantity.words": "",
      standing: "deprecated",
      "standingReason.en": "Counted twice.",
    },
    ["quantity", "quantity.words", "standing", "standingReason.en"],
  ],
  [
    "KZ22-S4",
    { publisher: "Another publisher", publishedOn: "2022-01-09", language: "de" },
    ["publisher", "language", "publishedOn"],
  ],
  ["KZ22-E1", { "text.en": "It was said otherwise.", certainty: "claimed" }, ["text.en", "certainty"]],
  [
    "KZ22-D1",
    { kind: "prices", "raisedAt.earliest": "2022-01-01", "raisedAt.latest": "2022-01-01 12:00" },
    ["kind", "raisedAt"],
  ],
  ["KZ22-L13", { fromCountry: "TR", "amount.unit": "tenge", "amount.lower": "1000" }, ["fromCountry", "amount"]],
  ["KZ22-C1", { cause: "other", "text.kk": "Басқаша." }, ["cause", "text.kk"]],
];

test.each(perKind)(
  "%s is corrected field by field, and its first version stays as it was",
  async (id, changes, paths) => {
    await database.rolledBack(async (tx) => {
      const { chingiz, bolat, dana } = await personasIn(tx);
      const before = rowOf(await readRecord(), id);
      await publishedCorrection({ author: chingiz.id, first: bolat.id, second: dana.id }, typedCorrection(id, changes));
      await holdsNow(tx);
      const record = await readRecord();
      const after = rowOf(record, id);
      expect(
        recordDiff(before, after)
          .map(({ path }) => path)
          .sort(),
      ).toEqual([...paths].sort());
      const [first, second] = record.revisions[id] ?? [];
      expect(recordDiff(before, first?.row ?? after)).toEqual([]);
      // What stands in the table and what the version keeps say the same, to the last field.
      expect(second).toMatchObject({
        number: 2,
        retracts: false,
        reason: { en: "A slip in the first version." },
        row: after,
      });
      expect(after).toMatchObject({ revision: 2, state: "published" });
    });
  },
);

test("a retraction leaves a tombstone with its reason; nothing can follow it", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    await publishedCorrection({ author: chingiz.id, first: bolat.id, second: dana.id }, typedRetraction("KZ22-F12"));
    await holdsNow(tx);
    const record = await readRecord();
    expect(rowOf(record, "KZ22-F12")).toMatchObject({
      ...{ state: "retracted", retractedReason: "The article was withdrawn.", revision: 2 },
    });
    expect(record.revisions["KZ22-F12"]?.map(({ retracts }) => retracts)).toEqual([false, true]);
    const again = {
      submissionKey: randomUUID(),
      payload: typedCorrection("KZ22-F12", { "note.en": "x" }),
      submit: true,
    };
    expect(await saveDraft(chingiz.id, again)).toEqual({ refused: "record_changed", revision: 2 });
  });
});

test("a source named with a correction is recorded and cited, and the log has a line of each record", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const sources = [
      { url: "https://news.example.kz/corrected", title: "Corrected", language: "ru", quote: "Было 44 тысячи" },
    ];
    const payload = typedCorrection(
      "KZ22-F121",
      { "quantity.upper": "55000", "quantity.words": "" },
      { grounds: "source", sources },
    );
    await publishedCorrection({ author: chingiz.id, first: bolat.id, second: dana.id }, payload);
    const record = await readRecord();
    const made = record.sources.find(({ title }) => title === "Corrected");
    expect(rowOf(record, "KZ22-F121").citations.at(-1)).toEqual({
      ...{ sourceId: made?.id, words: "Было 44 тысячи", wordsLanguage: "ru", reliability: null, contradicts: false },
    });
    const lines = await tx.auditEvent.findMany({ orderBy: { seq: "desc" }, take: 3 });
    expect(lines.map(({ verb }) => verb)).toEqual(["record.correct", "record.publish", "entry.approve"]);
    expect(JSON.stringify(record)).not.toContain(chingiz.id);
  });
});

test("what is not whole is refused by its field, and nothing is kept", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const problemsOf = async (payload: object) => {
      const result = await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload, submit: true });
      return "refused" in result && result.refused === "incomplete"
        ? result.problems.map(({ field, code }) => `${field} ${code}`)
        : result;
    };
    const wrong = (changes: Record<string, string>, rest = {}) =>
      problemsOf(typedCorrection("KZ22-F121", changes, rest));
    expect(await wrong({})).toEqual(["changes nothing_changed"]);
    expect(await wrong({ "quantity.lower": "60000" })).toEqual(["quantity.lower quantity_lower_above_upper"]);
    expect(await wrong({ actionId: "KZ22-A999" })).toContain("actionId reference_unknown");
    expect(await wrong({ standing: "deprecated" })).toEqual(["standingReason.en standing_reason_missing"]);
    expect(await wrong({ claimant: "nobody" })).toEqual(["claimant unknown_choice"]);
    expect(await wrong({ "asOf.earliest": "yesterday" })).toContain("asOf.earliest time_wrong");
    expect(await wrong({ "note.en": "x" }, { reason: "" })).toEqual(["reason public_reason_missing"]);
    expect(await wrong({ "note.en": "x" }, { grounds: "" })).toContain("grounds grounds_missing");
    expect(await wrong({ "note.en": "x" }, { grounds: "source" })).toEqual(["sources.0.url source_missing"]);
    expect(await problemsOf(typedCorrection("KZ22-F999", {}))).toEqual(["recordId record_gone"]);
    expect(await problemsOf(typedCorrection("KZ22-W11", { "names.kk": "" }))).toEqual(["names.kk text_missing"]);
    expect(await problemsOf(typedCorrection("KZ22-A18", { placePrecision: "country" }))).toEqual([
      "placePrecision place_differs",
    ]);
    expect(await db().entry.count()).toBe(0);
  });
});
