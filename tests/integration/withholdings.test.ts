import { beforeAll, expect, test } from "vitest";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { stillWithheld } from "@/lib/domain/withholding";
import { verifyAudit } from "@/lib/features/audit/data/verify";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { runBulk } from "@/lib/features/entries/mutations/run-bulk";
import { partAroundRecord } from "@/lib/features/shelf/data/find";
import { readEdition } from "@/lib/features/waves/data";
import { confirmWithholding } from "@/lib/features/withholdings/mutations/confirm";
import { lapseWithholdings, liftWithholding } from "@/lib/features/withholdings/mutations/lift";
import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import type { WithholdingResult } from "@/lib/features/withholdings/mutations/refusal";
import type { Personas } from "@/prisma/seed/factories";
import { readRecord, rowOf, submittedCorrection, typedCorrection } from "./support/corrections";
import { approveHavingRead, createModerator, personasIn, submittedEntry } from "./support/entries";
import { largeWaveOf, waveOf } from "./support/large-wave";
import { testDatabase } from "./support/test-database";
import { leaveTraces } from "./support/withheld-traces";

const database = testDatabase("record");
const committed: typeof database.committed = (work) => database.committed(work);
let people: Personas;

beforeAll(async () => {
  people = await personasIn(database.client);
});

const idOf = (result: WithholdingResult) => {
  if ("refused" in result) throw new Error(result.refused);
  return result.withholdingId;
};
const texts = (recordId: string, parts: string[]) =>
  ({ recordId, parts, scope: "texts", ground: "personal_data", note: "Names a worker." }) as const;
const whole = (recordId: string) => ({
  recordId,
  parts: [] as string[],
  scope: "record" as const,
  ground: "danger" as const,
  note: "Names a worker.",
});

/** Somebody of each figure of these tests. */
const nameIn = (number: string) => `Aizhan Bekova, furnace ${number}`;

/** A published figure whose note, quote and public reason name somebody. */
async function namingFigure(number: string): Promise<string> {
  const name = nameIn(number);
  const sources = [{ existing: "KZ22-S4", quote: `${name} counted them`, language: "en" }];
  const entryId = await submittedEntry(people.chingiz.id, { number, note: `Said by ${name}`, sources });
  await approveHavingRead(people.bolat.id, { entryId, seenVersion: 1, reason: `${name} was asked` });
  const { recordId } = await database.client.entry.findUniqueOrThrow({ where: { id: entryId } });
  if (recordId === null) throw new Error("Not published.");
  return recordId;
}

/** Whether these words are anywhere in what readers are given. */
const isPublic = async (words: string) => JSON.stringify(await committed(() => readEdition(null))).includes(words);
/** Whether these words are anywhere in what the database holds of proposals, what led to them, and versions. */
async function isKept(words: string): Promise<boolean> {
  const rows = await database.client.$queryRaw<{ all: string }[]>`
    SELECT (SELECT jsonb_agg(to_jsonb(t)) FROM entries t)::text || (SELECT jsonb_agg(to_jsonb(t)) FROM entry_versions t)::text
      || (SELECT jsonb_agg(to_jsonb(t)) FROM revisions t)::text || (SELECT jsonb_agg(to_jsonb(t)) FROM decisions t)::text
      || coalesce((SELECT jsonb_agg(to_jsonb(t)) FROM import_rows t)::text, '')
      || coalesce((SELECT jsonb_agg(to_jsonb(t)) FROM import_batches t)::text, '')
      || coalesce((SELECT jsonb_agg(to_jsonb(t)) FROM bulk_decisions t)::text, '')
      || coalesce((SELECT jsonb_agg(to_jsonb(t)) FROM entry_messages t)::text, '')
      || (SELECT jsonb_agg(to_jsonb(t)) FROM withholdings t)::text || (SELECT jsonb_agg(to_jsonb(t)) FROM citations t)::text AS all`;
  return rows[0]?.all.includes(words) ?? false;
}

async function expectLogHolds(): Promise<void> {
  expect(await verifyAudit(database.client, [])).toMatchObject({
    ...{ broken: null, brokenSeals: [], changedRevisions: [], miscounted: [], changedRecords: [] },
  });
}

test("one moderator takes texts out of everything public at once; the number stays, and a second makes it for good", async () => {
  const id = await committed(() => namingFigure("1201"));
  const before = await committed(readRecord);
  const name = nameIn("1201");
  const traces = await leaveTraces(database.client, { recordId: id, name, people });
  expect(await isPublic(name)).toBe(true);
  const withholdingId = idOf(
    await committed(() => placeWithholding(people.bolat.id, texts(id, ["note", "citations", "reason"]))),
  );
  const after = await committed(readRecord);
  expect(await isPublic(name)).toBe(false);
  const counted = (record: WaveRecord) => {
    const { quantity, asOf } = rowOf(record, id) as FigureRow;
    return [quantity.lower, quantity.upper, quantity.unit, asOf];
  };
  expect(counted(after)).toEqual(counted(before));
  expect(after.withheld).toMatchObject([{ recordId: id, scope: "texts", ground: "personal_data", confirmed: false }]);
  expect(after.version).toBe(before.version + 1);
  expect(await isKept(name)).toBe(true);
  await expectLogHolds();
  expect(await committed(() => confirmWithholding(people.bolat.id, withholdingId))).toEqual({ refused: "own_entry" });
  expect(await committed(() => confirmWithholding(people.erlan.id, withholdingId))).toEqual({ refused: "role" });
  expect(await committed(() => confirmWithholding(people.dana.id, withholdingId))).toEqual({ withholdingId });
  expect(await isKept(name)).toBe(false);
  const { batchId, messages } = traces;
  const rows = await database.client.importRow.findMany({ where: { batchId }, orderBy: { number: "asc" } });
  expect(rows.map(({ cells, outcome, key }) => [outcome, cells, key])).toEqual([
    ["sent", [], null],
    ["wrong", ["other"], null],
    ["double", [], null],
    ["ready", ["another"], "other hash"],
  ]);
  expect(await database.client.entryMessage.count({ where: { id: { in: messages }, text: "" } })).toBe(2);
  expect((await committed(readRecord)).withheld).toMatchObject([{ recordId: id, confirmed: true }]);
  expect(await committed(() => liftWithholding(people.dana.id, { id: withholdingId, reason: "x" }))).toEqual({
    refused: "ended",
  });
  await expectLogHolds();
});

test("no author is told a reason with a hole in it: what a bulk decision has not reached is left alone", async () => {
  const id = await committed(() => namingFigure("1205"));
  const { id: about } = await database.client.entry.findFirstOrThrow({ where: { recordId: id } });
  const other = await committed(() => submittedEntry(people.chingiz.id, { number: "1206" }));
  const reason = `${nameIn("1205")} asked for it`;
  const bulks: string[] = [];
  for (const state of ["prepared", "running", "stopped"] as const) {
    const item = { entryVersion: 1, foresees: "rejected" } as const;
    const by = { moderatorId: people.dana.id, verb: "reject", reason } as const;
    const items = [
      { ...item, position: 1, entryId: about, outcome: "untouched" as const, because: "lost_race" },
      { ...item, position: 2, entryId: other },
    ];
    const data = { ...by, state, filter: "", matched: 2, withHeld: false, items: { create: items } };
    bulks.push((await database.client.bulkDecision.create({ data })).id);
  }
  const withholdingId = idOf(await committed(() => placeWithholding(people.bolat.id, texts(id, ["note", "reason"]))));
  expect(idOf(await committed(() => confirmWithholding(people.dana.id, withholdingId)))).toBe(withholdingId);
  for (const bulkId of bulks) {
    expect(await committed(() => runBulk(people.dana.id, bulkId, 60_000))).toEqual({ state: "done" });
    const items = await database.client.bulkItem.findMany({ where: { bulkId }, orderBy: { position: "asc" } });
    expect(items.map(({ because }) => because)).toEqual(["lost_race", "reason_withheld"]);
  }
  const { state } = await database.client.entry.findUniqueOrThrow({ where: { id: other } });
  expect(state).toBe("submitted");
  expect(await isKept(reason)).toBe(false);
  await expectLogHolds();
});

test("what is lifted is public again word for word, and corrections wait meanwhile", async () => {
  const id = await committed(() => namingFigure("1202"));
  const before = rowOf(await committed(readRecord), id);
  const correction = await committed(() =>
    submittedCorrection(people.chingiz.id, typedCorrection(id, { "note.en": "Said by somebody else." })),
  );
  const withholdingId = idOf(await committed(() => placeWithholding(people.dana.id, texts(id, ["note", "citations"]))));
  expect(await committed(() => placeWithholding(people.bolat.id, texts(id, ["note"])))).toEqual({
    refused: "already_withheld",
  });
  expect(await committed(() => approveEntry(people.bolat.id, { entryId: correction, seenVersion: 1 }))).toEqual({
    refused: "record_withheld",
  });
  expect(
    await committed(() => liftWithholding(people.bolat.id, { id: withholdingId, reason: "It is an official's name." })),
  ).toEqual({ withholdingId });
  const { withheld, ...record } = await committed(readRecord);
  expect(rowOf({ ...record, withheld }, id)).toEqual(before);
  expect(stillWithheld(withheld).map(({ recordId }) => recordId)).not.toContain(id);
  expect(await committed(() => approveEntry(people.bolat.id, { entryId: correction, seenVersion: 1 }))).toMatchObject({
    entry: { state: "approved_once" },
  });
});

test("a record withheld whole is a tombstone with a general reason, counts nowhere, and comes back when it lapses", async () => {
  const id = await committed(() => namingFigure("1203"));
  const before = rowOf(await committed(readRecord), id);
  const withholdingId = idOf(await committed(() => placeWithholding(people.bolat.id, whole(id))));
  const hidden = rowOf(await committed(readRecord), id);
  expect(hidden).toMatchObject({
    state: "retracted",
    revision: 2,
    quantity: { lower: null, upper: null, unknown: "withheld" },
  });
  expect(await isPublic(nameIn("1203"))).toBe(false);
  expect(await isPublic('"lower":1203')).toBe(false);
  expect(await isPublic("Withheld: it could endanger somebody.")).toBe(true);
  expect(await committed(() => lapseWithholdings())).toBe(0);
  await expect(
    database.client.$executeRaw`UPDATE withholdings SET lapses_at = now() WHERE id = ${withholdingId}::uuid`,
  ).rejects.toThrow("withholding_identity");
  await letLapse(withholdingId);
  expect(await committed(() => confirmWithholding(people.dana.id, withholdingId))).toEqual({ refused: "lapsed" });
  expect(await committed(() => lapseWithholdings())).toBe(1);
  const { revision, recordedAt, ...back } = rowOf(await committed(readRecord), id);
  expect({ ...back, revision: 1, recordedAt: before.recordedAt }).toEqual(before);
  expect([revision, recordedAt > before.recordedAt]).toEqual([3, true]);
  await expectLogHolds();
});

/** Time passes, which in a test only the owner of the tables can arrange. */
async function letLapse(id: string): Promise<void> {
  await database.client.$transaction([
    database.client.$executeRaw`ALTER TABLE withholdings DISABLE TRIGGER withholding_guard`,
    database.client
      .$executeRaw`UPDATE withholdings SET placed_at = now() - interval '73 hours', lapses_at = now() - interval '1 hour' WHERE id = ${id}::uuid`,
    database.client.$executeRaw`ALTER TABLE withholdings ENABLE TRIGGER withholding_guard`,
  ]);
}

test("the database keeps versions as they are, whatever a withholding is used for", async () => {
  const id = await committed(() => namingFigure("1204"));
  const number = (value: number) => database.client.$executeRaw`
    UPDATE revisions SET snapshot = jsonb_set(snapshot, '{lower}', ${String(value)}::jsonb) WHERE record_id = ${id}`;
  await expect(number(5)).rejects.toThrow("append_only");
  const withholdingId = idOf(await committed(() => placeWithholding(people.bolat.id, texts(id, ["note"]))));
  await expect(number(5)).rejects.toThrow("append_only");
  const confirm = (by: string) => database.client.$executeRaw`
    UPDATE withholdings SET confirmed_at = now(), confirmed_by_id = ${by}::uuid, kept = NULL WHERE id = ${withholdingId}::uuid`;
  await expect(confirm(people.bolat.id)).rejects.toThrow("withholding_two_persons");
  await expect(confirm(people.erlan.id)).rejects.toThrow("withholding_by_moderator");
  const invitee = await createModerator(database.client, "yerbol");
  await database.client.user.update({ where: { id: invitee }, data: { invitedById: people.bolat.id } });
  await expect(confirm(invitee)).rejects.toThrow("withholding_two_persons");
  await expect(database.client.$executeRaw`UPDATE entry_versions SET payload = '{}'`).rejects.toThrow("append_only");
  await expect(database.client.$executeRaw`UPDATE decisions SET reason = 'x'`).rejects.toThrow("append_only");
  await expect(database.client.$executeRaw`DELETE FROM withholdings`).rejects.toThrow("append_only");
  const together = database.client.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE withholdings SET lifted_at = now(), lifted_by_id = ${people.dana.id}::uuid, lift_reason = 'x', kept = NULL
      WHERE id = ${withholdingId}::uuid`;
    await tx.$executeRaw`UPDATE revisions SET snapshot = jsonb_set(snapshot, '{lower}', '5') WHERE record_id = ${id}`;
  });
  await expect(together).rejects.toThrow("withheld_texts_only");
});

test("two moderators at once: one withholds, the other reads that it is done; one confirms, the other finds it ended", async () => {
  for (let round = 0; round < 5; round++) {
    const id = await committed(() => namingFigure(`121${round}`));
    const placed = await database.race(
      () => placeWithholding(people.bolat.id, texts(id, ["note"])),
      () => placeWithholding(people.dana.id, whole(id)),
    );
    const results = placed.map((one) => (one.status === "fulfilled" ? one.value : { refused: String(one.reason) }));
    expect(results.filter((one) => "withholdingId" in one)).toHaveLength(1);
    expect(results.filter((one) => "refused" in one)).toHaveLength(1);
    const open = await database.client.withholding.findFirstOrThrow({ where: { recordId: id } });
    const other = open.placedById === people.bolat.id ? people.dana.id : people.bolat.id;
    const ended = await database.race(
      () => confirmWithholding(other, open.id),
      () => liftWithholding(open.placedById, { id: open.id, reason: "No need." }),
    );
    expect(ended.map((one) => (one.status === "fulfilled" ? "refused" in one.value : "failed")).sort()).toEqual([
      false,
      true,
    ]);
  }
});

test("the copy of a large wave loses the words with the next publication", async () => {
  const large = largeWaveOf(database);
  const id = await committed(() => namingFigure("1230"));
  const first = await large.read(null);
  const withholdingId = idOf(
    await committed(() => placeWithholding(people.bolat.id, texts(id, ["note", "citations", "reason"]))),
  );
  const second = waveOf(await large.read(first));
  expect(second.withheld.map(({ recordId }) => recordId)).toContain(id);
  const part = partAroundRecord([second], id);
  if (part === null) throw new Error("Not on the shelf.");
  expect(rowOf(part, id)).toMatchObject({ quantity: { lower: 1230, words: "[withheld]" } });
  expect(JSON.stringify(part).includes(nameIn("1230"))).toBe(false);
  expect(idOf(await committed(() => confirmWithholding(people.dana.id, withholdingId)))).toBe(withholdingId);
});
