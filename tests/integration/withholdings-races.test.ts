import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { confirmWithholding } from "@/lib/features/withholdings/mutations/confirm";
import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import { type DatabaseClient, withClient } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import type { Personas } from "@/prisma/seed/factories";
import { submittedCorrection, typedCorrection } from "./support/corrections";
import { personasIn, submittedEntry } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let people: Personas;

beforeAll(async () => {
  people = await personasIn(database.client);
});

/** Until somebody waits for what this transaction holds; what others of the same server wait for says nothing. */
async function untilAwaited(tx: Transaction): Promise<void> {
  const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  for (;;) {
    const [found] = await database.client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pg_stat_activity
      WHERE datname = current_database() AND ${own?.pid}::int = ANY(pg_blocking_pids(pid))`;
    if ((found?.count ?? 0) > 0) return;
    await pause(20);
  }
}

test("a bulk decision that is at an entry of the record, and a confirmation, wait for each other in one order", async () => {
  const { bolat, dana, chingiz } = people;
  const entryId = await database.committed(() => submittedEntry(chingiz.id, { note: "Said by Somebody Somewhere." }));
  const approved = await database.committed(() => approveEntry(bolat.id, { entryId, seenVersion: 1 }));
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
        await untilAwaited(tx);
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

test("an approval that waits for a withholding of its record is told of it when its turn comes", async () => {
  const { bolat, dana, chingiz } = people;
  const recordId = "KZ22-E39";
  const said = typedCorrection(recordId, { "text.en": "Prices of basic food were regulated." });
  const entryId = await database.committed(() => submittedCorrection(chingiz.id, said));
  const [placed, approved] = await database.race(
    () =>
      database.client.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${recordId} FOR UPDATE`;
        await untilAwaited(tx);
        const asked = { recordId, scope: "texts", ground: "danger", note: "A name." } as const;
        return withClient(tx as DatabaseClient, () => placeWithholding(bolat.id, { ...asked, parts: ["text"] }));
      }),
    async () => {
      await pause(200);
      return approveEntry(dana.id, { entryId, seenVersion: 1 });
    },
  );
  expect(placed).toMatchObject({ status: "fulfilled", value: { withholdingId: expect.any(String) } });
  expect(approved).toEqual({ status: "fulfilled", value: { refused: "record_withheld" } });
});

test("a proposal saved while its record is taken down for good, and changed at once, loses the words and no change", async () => {
  const { bolat, dana, chingiz } = people;
  const figure = await database.committed(() => submittedEntry(chingiz.id, { note: "Told by Aizhan Bekova." }));
  const approved = await database.committed(() => approveEntry(bolat.id, { entryId: figure, seenVersion: 1 }));
  const recordId = "entry" in approved ? (approved.entry.recordId ?? "") : "";
  const placed = await database.committed(() =>
    placeWithholding(bolat.id, { recordId, parts: ["note"], scope: "texts", ground: "personal_data", note: "A name." }),
  );
  if ("refused" in placed) throw new Error(placed.refused);
  const saying = (text: string) => typedCorrection(recordId, { "note.en": text });
  // As a shared lock of the record, which a citation takes too: who confirms waits for it and holds its proposals by then.
  const saved = async (tx: Transaction) => {
    await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${recordId} FOR KEY SHARE`;
    await untilAwaited(tx);
    const payload = saying("Told by Aizhan Bekova. By noon.");
    const result = await database.committed(() =>
      saveDraft(chingiz.id, { submissionKey: "saved-meanwhile", payload, submit: false }),
    );
    if ("refused" in result) throw new Error(result.refused);
    return result.entry.id;
  };
  const entry = Promise.withResolvers<string>();
  const changing = async () => {
    const entryId = await entry.promise;
    return database.client.$transaction(async (tx) => {
      const payload = saying("Told by Aizhan Bekova. By evening.");
      const asked = { entryId, seenVersion: 1, payload, submit: false };
      const result = await withClient(tx as DatabaseClient, () => editEntry(chingiz.id, asked));
      release.resolve();
      await untilAwaited(tx);
      return result;
    });
  };
  const release = Promise.withResolvers<void>();
  const changed = changing();
  const [, confirmed] = await database.race(
    () =>
      database.client.$transaction(
        async (tx) => {
          entry.resolve(await saved(tx));
          await release.promise;
        },
        { timeout: 20_000 },
      ),
    async () => {
      await pause(200);
      return confirmWithholding(dana.id, placed.withholdingId);
    },
  );
  expect(await changed).toMatchObject({ entry: { version: 2 } });
  expect(confirmed).toMatchObject({ status: "fulfilled", value: { withholdingId: placed.withholdingId } });
  const kept = await database.client.entry.findUniqueOrThrow({
    where: { id: await entry.promise },
    include: { versions: { orderBy: { version: "asc" } } },
  });
  expect(kept.payload).toMatchObject({ changes: { "note.en": "[withheld] By evening." } });
  expect(kept.versions.map(({ payload }) => payload)).toMatchObject([
    { changes: { "note.en": "[withheld] By noon." } },
    { changes: { "note.en": "[withheld] By evening." } },
  ]);
});
