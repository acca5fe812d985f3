import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { recordDiff } from "@/lib/domain/record-diff";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { submitEntry } from "@/lib/features/entries/mutations/submit-entry";
import { withdrawEntry } from "@/lib/features/entries/mutations/withdraw-entry";
import { readEdition } from "@/lib/features/waves/data";
import { db } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import { publishedCorrection, submittedCorrection, typedCorrection, typedRetraction } from "./support/corrections";
import { createModerator, personasIn } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

async function readRecord(): Promise<WaveRecord> {
  const [record] = (await readEdition(null)).records;
  if (record === undefined) throw new Error("There is no record.");
  return record;
}

function rowOf(record: WaveRecord, id: string): RecordRow {
  const { figures, actions, workforces, workforceSizes, sources, events, demands, solidarity, coverageNotes } = record;
  const rows = [figures, actions, workforces, workforceSizes, sources, events, demands, solidarity, coverageNotes];
  const row = rows.flat().find((one) => one.id === id);
  if (row === undefined) throw new Error(`There is no ${id}.`);
  return row;
}

/** What waits for the end of the transaction is asked now. */
const holdsNow = (tx: Transaction) => tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;

const perKind: [string, Record<string, string>, string[]][] = [
  ["KZ22-F121", { "quantity.upper": "55 100", "note.ru": "Исправлено." }, ["quantity", "note.ru"]],
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
    { "quantity.lower": "5", "quantity.upper": "", standing: "deprecated", "standingReason.en": "Counted twice." },
    ["quantity", "standing", "standingReason.en"],
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
    const payload = typedCorrection("KZ22-F121", { "quantity.upper": "55000" }, { grounds: "source", sources });
    await publishedCorrection({ author: chingiz.id, first: bolat.id, second: dana.id }, payload);
    const record = await readRecord();
    const made = record.sources.find(({ title }) => title === "Corrected");
    expect(rowOf(record, "KZ22-F121").citations.at(-1)).toEqual({
      ...{ sourceId: made?.id, words: "Было 44 тысячи", wordsLanguage: "ru", reliability: null, contradicts: false },
    });
    const lines = await tx.auditEvent.findMany({ orderBy: { seq: "desc" }, take: 3 });
    expect(lines.map(({ verb }) => verb)).toEqual(["entry.approve", "record.correct", "record.publish"]);
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

test("everybody who is not to be asked is refused", async () => {
  await database.rolledBack(async (tx) => {
    const { aigerim, bolat, chingiz, dana, erlan, farida } = await personasIn(tx);
    const payload = typedCorrection("KZ22-F121", { "note.en": "x" });
    const propose = (who: { id: string }) => saveDraft(who.id, { submissionKey: randomUUID(), payload, submit: true });
    expect(await propose(aigerim)).toEqual({ refused: "role" });
    expect(await propose(farida)).toEqual({ refused: "role" });
    const entryId = await submittedCorrection(bolat.id, payload);
    const approve = (who: { id: string }) => approveEntry(who.id, { entryId, seenVersion: 1 });
    for (const who of [aigerim, chingiz, erlan]) expect(await approve(who)).toEqual({ refused: "role" });
    expect(await approve(bolat)).toEqual({ refused: "own_entry" });
    expect(await approve(dana)).toMatchObject({ entry: { state: "approved_once" } });
    expect(await approve(dana)).toMatchObject({ refused: "already_approved" });
    expect(await withdrawEntry(chingiz.id, { entryId, seenVersion: 1 })).toEqual({ refused: "not_author" });
    expect((await readRecord()).revisions).toEqual({});
  });
});

test("while a correction is open the record says so and nothing else; each change of that reaches readers", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const versions: number[] = [];
    const open = async () => {
      const { version, openCorrections } = await readRecord();
      versions.push(version);
      return openCorrections;
    };
    expect(await open()).toEqual({});
    const payload = typedCorrection("KZ22-F121", { "note.en": "Nobody has checked this." });
    const entryId = await submittedCorrection(chingiz.id, payload);
    const mark = { "KZ22-F121": [{ kind: "correction", since: expect.any(Number) }] };
    expect(await open()).toEqual(mark);
    expect(JSON.stringify(await readRecord())).not.toContain("Nobody has checked this.");
    await approveEntry(bolat.id, { entryId, seenVersion: 1 });
    expect(await open()).toEqual(mark);
    await rejectEntry(dana.id, { entryId, seenVersion: 1, reason: "It is not so." });
    expect(await open()).toEqual({});
    const other = await submittedCorrection(chingiz.id, typedRetraction("KZ22-F12"));
    expect(await open()).toEqual({ "KZ22-F12": [{ kind: "retraction", since: expect.any(Number) }] });
    await withdrawEntry(chingiz.id, { entryId: other, seenVersion: 1 });
    expect(await open()).toEqual({});
    const isNews = versions.map((version, at) => version > (versions[at - 1] ?? 0));
    expect(isNews).toEqual([true, true, false, true, true, true]);
  });
});

test("a correction of a version that is no longer in force goes back to its author with everything typed", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const late = await submittedCorrection(chingiz.id, typedCorrection("KZ22-F121", { "note.ru": "Позже." }));
    await approveEntry(bolat.id, { entryId: late, seenVersion: 1 });
    const people = { author: chingiz.id, first: bolat.id, second: dana.id };
    await publishedCorrection(people, typedCorrection("KZ22-F121", { "note.en": "Earlier." }));
    expect(await approveEntry(dana.id, { entryId: late, seenVersion: 1 })).toEqual({
      ...{ refused: "record_changed", revision: 2 },
    });
    const again = typedCorrection("KZ22-F121", { "note.ru": "Позже." }, { baseRevision: 2 });
    const edited = await editEntry(chingiz.id, { entryId: late, seenVersion: 1, payload: again, submit: true });
    expect(edited).toMatchObject({ entry: { state: "submitted", version: 2 } });
    expect(await approveEntry(dana.id, { entryId: late, seenVersion: 2 })).toMatchObject({
      entry: { state: "approved_once" },
    });
    await approveEntry(bolat.id, { entryId: late, seenVersion: 2 });
    await holdsNow(tx);
    expect(rowOf(await readRecord(), "KZ22-F121")).toMatchObject({
      ...{ revision: 3, note: { en: "Earlier.", ru: "Позже." } },
    });
  });
});

test("a form opened before another version came is kept as a draft and not sent", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const people = { author: bolat.id, first: dana.id, second: await createModerator(tx, "gulnar") };
    await publishedCorrection(people, typedCorrection("KZ22-F121", { "note.en": "Earlier." }));
    const payload = typedCorrection("KZ22-F121", { "note.ru": "Позже." });
    const result = await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload, submit: true });
    expect(result).toMatchObject({ entry: { state: "draft" } });
    const entryId = "entry" in result ? result.entry.id : "";
    expect(await submitEntry(chingiz.id, { entryId, seenVersion: 1 })).toEqual({
      ...{ refused: "record_changed", revision: 2 },
    });
  });
});

test("of two corrections of one version approved at once exactly one is published", async () => {
  await database.committed(async () => {
    const { chingiz, bolat, dana } = await personasIn(db());
    const third = await createModerator(db(), "gulnar");
    const made = await Promise.all(
      ["One.", "Other."].map((note) =>
        submittedCorrection(chingiz.id, typedCorrection("KZ22-F122", { "note.en": note })),
      ),
    );
    const [one = "", other = ""] = made;
    await approveEntry(bolat.id, { entryId: one, seenVersion: 1 });
    await approveEntry(bolat.id, { entryId: other, seenVersion: 1 });
    const results = await database.race(
      () => approveEntry(dana.id, { entryId: one, seenVersion: 1 }),
      () => approveEntry(third, { entryId: other, seenVersion: 1 }),
    );
    const values = results.map((result) => (result.status === "fulfilled" ? result.value : result.reason));
    expect(values.filter((value) => "entry" in value)).toHaveLength(1);
    expect(values.find((value) => "refused" in value)).toEqual({ refused: "record_changed", revision: 2 });
    expect((await readRecord()).revisions["KZ22-F122"]).toHaveLength(2);
  });
});

test("two approvals of one correction at once publish it once", async () => {
  await database.committed(async () => {
    const [chingiz, bolat, dana] = await Promise.all(
      ["chingiz", "bolat", "dana"].map((handleKey) => db().user.findUniqueOrThrow({ where: { handleKey } })),
    );
    const entryId = await submittedCorrection(chingiz?.id ?? "", typedCorrection("KZ22-F123", { "note.en": "x" }));
    const results = await database.race(
      () => approveEntry(bolat?.id ?? "", { entryId, seenVersion: 1 }),
      () => approveEntry(dana?.id ?? "", { entryId, seenVersion: 1 }),
    );
    const states = results.map((result) =>
      result.status === "fulfilled" && "entry" in result.value ? result.value.entry.state : null,
    );
    expect(states.sort()).toEqual(["approved_once", "published"]);
    expect((await readRecord()).revisions["KZ22-F123"]).toHaveLength(2);
  });
});

test("when the last step fails nothing of a correction is left", async () => {
  await database.committed(async () => {
    const [chingiz, bolat, dana] = await Promise.all(
      ["chingiz", "bolat", "dana"].map((handleKey) => db().user.findUniqueOrThrow({ where: { handleKey } })),
    );
    const entryId = await submittedCorrection(chingiz?.id ?? "", typedCorrection("KZ22-F124", { "note.en": "x" }));
    await approveEntry(bolat?.id ?? "", { entryId, seenVersion: 1 });
    const before = await readRecord();
    await db().$executeRaw`ALTER TABLE audit_events ADD CONSTRAINT no_more CHECK (verb <> 'record.correct') NOT VALID`;
    await expect(approveEntry(dana?.id ?? "", { entryId, seenVersion: 1 })).rejects.toThrow();
    expect(await readRecord()).toEqual(before);
    expect(await db().entry.findUnique({ where: { id: entryId } })).toMatchObject({ state: "approved_once" });
    await db().$executeRaw`ALTER TABLE audit_events DROP CONSTRAINT no_more`;
    expect(await approveEntry(dana?.id ?? "", { entryId, seenVersion: 1 })).toMatchObject({
      entry: { state: "published" },
    });
  });
});
