import { expect, test } from "vitest";
import { readModeratedEntry } from "@/lib/features/entries/data";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import { NO_QUEUE_FILTER } from "@/lib/features/entries/schema/queue-filter";
import { namesOfRead } from "@/lib/features/entries/view/to-read";
import { confirmWithholding } from "@/lib/features/withholdings/mutations/confirm";
import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import { db } from "@/lib/server/db";
import { submittedCorrection, typedCorrection } from "./support/corrections";
import { approveHavingRead, personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

test("what seems to lead to a person is not published before a moderator has looked", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const payload = typedFigure({ note: "Ask the shift leader, +7 701 123 45 67.", noteLanguage: "en" });
    const entryId = await submittedEntry(chingiz.id, payload);
    const before = await db().publication.count();
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toMatchObject({ refused: "personal_data" });
    expect(await db().decision.count({ where: { entryId } })).toBe(0);
    expect(await db().publication.count()).toBe(before);
    const looked = await approveHavingRead(bolat.id, { entryId, seenVersion: 1 });
    expect(looked).toMatchObject({ entry: { state: "published" } });
  });
});

test("nor is it in the public reason of an approval", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const reason = "Confirmed by dina@example.kz.";
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1, reason })).toMatchObject({
      refused: "personal_data",
    });
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1, reason: "Confirmed by the union." })).toMatchObject({
      entry: { state: "published" },
    });
  });
});

test("nor do words come back through a correction where others were taken down, before a moderator has looked", async () => {
  const committed: typeof database.committed = (work) => database.committed(work);
  const { chingiz, bolat, dana } = await personasIn(database.client);
  const told = { note: "Said by Aizhan Bekova, a welder.", noteLanguage: "en" } as const;
  const figure = await committed(() => submittedEntry(chingiz.id, typedFigure(told)));
  await committed(() => approveEntry(bolat.id, { entryId: figure, seenVersion: 1 }));
  const { recordId } = await database.client.entry.findUniqueOrThrow({ where: { id: figure } });
  const id = recordId ?? "";
  const corrected = (changes: Record<string, string>) =>
    committed(() => submittedCorrection(chingiz.id, typedCorrection(id, changes)));
  const [entryId, beside] = [await corrected({ "note.en": "Said by Bekova." }), await corrected({ claimant: "press" })];
  const taken = { recordId: id, parts: ["note"], scope: "texts", ground: "personal_data", note: "A name." } as const;
  const placed = await committed(() => placeWithholding(bolat.id, { ...taken, parts: [...taken.parts] }));
  if ("refused" in placed) throw new Error(placed.refused);
  expect(await committed(() => confirmWithholding(dana.id, placed.withholdingId))).toEqual(placed);
  const all = { filter: NO_QUEUE_FILTER, verb: "approve", reason: "Looked at.", withHeld: false } as const;
  const bulk = await committed(() => prepareBulk(bolat.id, all));
  if ("refused" in bulk) throw new Error(bulk.refused);
  const foreseen = { bulkId: bulk.bulkId, entryId: { in: [entryId, beside] } };
  const items = await database.client.bulkItem.findMany({ where: foreseen });
  // Of the second the reason alone: it stands beside the record.
  expect(items.map(({ because }) => because)).toEqual(["personal_data", "personal_data"]);
  const approved = (by: string, of: string, looked = false) =>
    committed(() => (looked ? approveHavingRead : approveEntry)(by, { entryId: of, seenVersion: 1 }));
  expect(await approved(bolat.id, entryId)).toMatchObject({ refused: "personal_data" });
  expect(await approved(bolat.id, entryId, true)).toMatchObject({ entry: { state: "approved_once" } });
  expect(await approved(dana.id, entryId)).toMatchObject({ refused: "personal_data" });
  expect(await approved(bolat.id, beside)).toMatchObject({ refused: "personal_data" });
  const putBack = await committed(async () => (await readModeratedEntry(beside))?.putBack);
  expect(putBack).toEqual([{ as: "reason" }]);
});

test("nor do they come back through any other proposal of the wave, also once they are gone for good", async () => {
  const committed: typeof database.committed = (work) => database.committed(work);
  const [chingiz, bolat, dana] = await Promise.all(
    ["chingiz", "bolat", "dana"].map((handle) => database.client.user.findFirstOrThrow({ where: { handle } })),
  );
  if (chingiz === undefined || bolat === undefined || dana === undefined) throw new Error("Nobody is there.");
  const proposed = (note: string, number: string) =>
    committed(() => submittedEntry(chingiz.id, typedFigure({ note, noteLanguage: "en", number })));
  const figure = await proposed("In Karaganda Region told by Marat Ospanov, a driver, to RFE/RL Azattyq.", "1 300");
  await committed(() => approveEntry(bolat.id, { entryId: figure, seenVersion: 1 }));
  const { recordId } = await database.client.entry.findUniqueOrThrow({ where: { id: figure } });
  const saying = await proposed("Marat Ospanov told the same.", "1 310");
  // Which region there is and who publishes readers find in the rest of the record.
  const beside = await proposed("Told across Karaganda Region, says RFE/RL Azattyq.", "1 320");
  const placed = await committed(() =>
    placeWithholding(bolat.id, {
      ...{ recordId: recordId ?? "", parts: ["note"], scope: "texts", ground: "personal_data", note: "A name." },
    }),
  );
  if ("refused" in placed) throw new Error(placed.refused);
  const approved = (of: string, rest: object = {}) =>
    committed(() => approveEntry(dana.id, { entryId: of, seenVersion: 1, ...rest }));
  const putBack = () => committed(async () => (await readModeratedEntry(saying))?.putBack);
  const foreseen = async () => {
    const all = { filter: NO_QUEUE_FILTER, verb: "approve", reason: "Looked at.", withHeld: false } as const;
    const bulk = await committed(() => prepareBulk(dana.id, all));
    if ("refused" in bulk) throw new Error(bulk.refused);
    const items = await database.client.bulkItem.findMany({
      where: { bulkId: bulk.bulkId, entryId: { in: [saying, beside] } },
    });
    return Object.fromEntries(items.map((item) => [item.entryId, item.because]));
  };
  expect(await putBack()).toEqual([{ as: "words", recordId, found: "Marat Ospanov" }]);
  // As an earlier Turnout kept it, without what its words are known by.
  await database.client.$transaction([
    database.client.$executeRaw`ALTER TABLE withholdings DISABLE TRIGGER withholding_guard`,
    database.client
      .$executeRaw`UPDATE withholdings SET kept = kept - 'traces' WHERE id = ${placed.withholdingId}::uuid`,
    database.client.$executeRaw`ALTER TABLE withholdings ENABLE TRIGGER withholding_guard`,
  ]);
  expect(await putBack()).toEqual([{ as: "words", recordId, found: "Marat Ospanov" }]);
  expect(await foreseen()).toEqual({ [saying]: "personal_data", [beside]: null });
  expect(await approved(saying)).toMatchObject({ refused: "personal_data" });
  expect(await approved(beside, { reason: "Ospanov Marat says so." })).toMatchObject({ refused: "personal_data" });
  const [phone] = namesOfRead({ personal: [{ kind: "phone", found: "+7 701 123 45 67" }], putBack: [] });
  const [shown] = namesOfRead({ personal: [], putBack: (await putBack()) ?? [] });
  // A tick covers what was shown beside it and nothing else, neither of the proposal nor of the reason.
  expect(await approved(saying, { looked: [phone] })).toMatchObject({ refused: "personal_data" });
  expect(await approved(saying, { looked: [shown], reason: "Marat Ospanov, +7 701 123 45 67." })).toEqual({
    refused: "personal_data",
    told: {
      personal: [{ kind: "phone", found: "+7 701 123 45 67" }],
      putBack: [{ as: "told", recordId, found: "Marat Ospanov" }],
    },
  });
  expect(await committed(() => confirmWithholding(dana.id, placed.withholdingId))).toEqual(placed);
  expect(await putBack()).toEqual([{ as: "said", recordId }]);
  expect(await foreseen()).toEqual({ [saying]: "personal_data", [beside]: null });
  expect(await approved(saying)).toMatchObject({ refused: "personal_data" });
  expect(await committed(() => approveHavingRead(dana.id, { entryId: saying, seenVersion: 1 }))).toMatchObject({
    entry: { recordId: expect.any(String) },
  });
  expect(await approved(beside)).toMatchObject({ entry: { recordId: expect.any(String) } });
  const [left] = await database.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM withholdings WHERE kept::text LIKE '%ospan%'`;
  expect(left).toEqual({ count: 0 });
});
