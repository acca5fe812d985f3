import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { confirmWithholding } from "@/lib/features/withholdings/mutations/confirm";
import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import { personasIn, submittedEntry } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

/** Whether anybody waits for somebody else's rows. */
async function somebodyWaits(): Promise<boolean> {
  const [found] = await database.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM pg_locks WHERE NOT granted`;
  return (found?.count ?? 0) > 0;
}

test("a bulk decision that is at an entry of the record, and a confirmation, wait for each other in one order", async () => {
  const { bolat, dana, chingiz } = await personasIn(database.client);
  const entryId = await database.committed(() => submittedEntry(chingiz.id, { note: "Said by Somebody Somewhere." }));
  const approved = await database.committed(() => approveEntry(bolat.id, { entryId, seenVersion: 1, looked: true }));
  const recordId = "entry" in approved ? (approved.entry.recordId ?? "") : "";
  const bulk = await database.client.bulkDecision.create({
    data: {
      ...{
        moderatorId: dana.id,
        verb: "reject",
        reason: "Why not: Said by Somebody Somewhere.",
        filter: "",
        matched: 1,
      },
      ...{ withHeld: false, state: "running" },
      items: { create: [{ position: 1, entryId, entryVersion: 1, foresees: "rejected" }] },
    },
  });
  const placed = await database.committed(() =>
    placeWithholding(bolat.id, { recordId, parts: ["note"], scope: "texts", ground: "personal_data", note: "A name." }),
  );
  if ("refused" in placed) throw new Error(placed.refused);
  const [deciding, confirmed] = await database.race(
    () =>
      database.client.$transaction(async (tx) => {
        // As an entry of a bulk decision is decided: the decision first, then the entry.
        await tx.$queryRaw`SELECT 1 FROM bulk_decisions WHERE id = ${bulk.id}::uuid FOR SHARE`;
        while (!(await somebodyWaits())) await pause(20);
        await tx.$queryRaw`SELECT 1 FROM entries WHERE id = ${entryId}::uuid FOR UPDATE`;
      }),
    async () => {
      await pause(200);
      return confirmWithholding(dana.id, placed.withholdingId);
    },
  );
  expect(deciding.status).toBe("fulfilled");
  expect(confirmed).toMatchObject({ status: "fulfilled", value: { withholdingId: placed.withholdingId } });
  const { reason } = await database.client.bulkDecision.findUniqueOrThrow({ where: { id: bulk.id } });
  expect(reason).not.toContain("Somewhere");
});
