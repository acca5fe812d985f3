import { expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import { NO_QUEUE_FILTER } from "@/lib/features/entries/schema/queue-filter";
import { confirmWithholding } from "@/lib/features/withholdings/mutations/confirm";
import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import { db } from "@/lib/server/db";
import { submittedCorrection, typedCorrection } from "./support/corrections";
import { personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

test("what seems to lead to a person is not published before a moderator has looked", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const payload = typedFigure({ note: "Ask the shift leader, +7 701 123 45 67.", noteLanguage: "en" });
    const entryId = await submittedEntry(chingiz.id, payload);
    const before = await db().publication.count();
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toEqual({ refused: "personal_data" });
    expect(await db().decision.count({ where: { entryId } })).toBe(0);
    expect(await db().publication.count()).toBe(before);
    const looked = await approveEntry(bolat.id, { entryId, seenVersion: 1, looked: true });
    expect(looked).toMatchObject({ entry: { state: "published" } });
  });
});

test("nor is it in the public reason of an approval", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const reason = "Confirmed by dina@example.kz.";
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1, reason })).toEqual({ refused: "personal_data" });
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
  expect(Object.fromEntries(items.map((item) => [item.entryId, item.because]))).toEqual({
    ...{ [entryId]: "personal_data", [beside]: null },
  });
  const approved = (by: string, of: string, looked = false) =>
    committed(() => approveEntry(by, { entryId: of, seenVersion: 1, looked }));
  expect(await approved(bolat.id, entryId)).toEqual({ refused: "personal_data" });
  expect(await approved(bolat.id, entryId, true)).toMatchObject({ entry: { state: "approved_once" } });
  expect(await approved(dana.id, entryId)).toEqual({ refused: "personal_data" });
  expect(await approved(bolat.id, beside)).toMatchObject({ entry: { state: "approved_once" } });
});
