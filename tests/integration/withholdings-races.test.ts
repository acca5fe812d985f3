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
import { personasIn, submittedEntry, typedFigure } from "./support/entries";
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
  const held = Promise.withResolvers<void>();
  const [deciding, confirmed] = await database.race(
    () =>
      database.client.$transaction(async (tx) => {
        // As an entry of a bulk decision is decided: the decision first, then the entry.
        await tx.$queryRaw`SELECT 1 FROM bulk_decisions WHERE id = ${bulk.id}::uuid FOR SHARE`;
        held.resolve();
        await untilAwaited(tx);
        await tx.$queryRaw`SELECT 1 FROM entries WHERE id = ${entryId}::uuid FOR UPDATE`;
      }),
    async () => {
      await held.promise;
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
  const held = Promise.withResolvers<void>();
  const [placed, approved] = await database.race(
    () =>
      database.client.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${recordId} FOR UPDATE`;
        held.resolve();
        await untilAwaited(tx);
        const asked = { recordId, scope: "texts", ground: "danger", note: "A name." } as const;
        return withClient(tx as DatabaseClient, () => placeWithholding(bolat.id, { ...asked, parts: ["text"] }));
      }),
    async () => {
      await held.promise;
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
  const held = Promise.withResolvers<void>();
  const saved = async (tx: Transaction) => {
    await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${recordId} FOR KEY SHARE`;
    held.resolve();
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
      await held.promise;
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

/** A published figure told by somebody, withheld, and an older entry of the wave that says nothing of them yet. */
async function withheldTold(name: string): Promise<{ recordId: string; id: string; older: string }> {
  const { bolat, chingiz } = people;
  const older = await database.committed(() =>
    submittedEntry(chingiz.id, { note: "Told by nobody.", number: "1 190" }),
  );
  const figure = await database.committed(() => submittedEntry(chingiz.id, { note: `Told by ${name}.` }));
  const approved = await database.committed(() => approveEntry(bolat.id, { entryId: figure, seenVersion: 1 }));
  const recordId = "entry" in approved ? (approved.entry.recordId ?? "") : "";
  const placed = await database.committed(() =>
    placeWithholding(bolat.id, { recordId, parts: ["note"], scope: "texts", ground: "personal_data", note: "A name." }),
  );
  if ("refused" in placed) throw new Error(placed.refused);
  return { recordId, id: placed.withholdingId, older };
}

function saysNow(entryId: string, note: string) {
  const payload = typedFigure({ note, number: "1 190" });
  return editEntry(people.chingiz.id, { entryId, seenVersion: 1, payload, submit: false });
}

async function markedOf(withholdingId: string): Promise<string[]> {
  const rows = await database.client.saidOfWithheld.findMany({ where: { withholdingId } });
  return rows.map(({ entryId }) => entryId).toSorted();
}

test("what was begun before its place was read and committed later, and what was changed since, is marked too", async () => {
  const { recordId, id, older } = await withheldTold("Serik Abenov");
  const held = Promise.withResolvers<void>();
  const [late, confirmed] = await database.race(
    () =>
      database.client.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${recordId} FOR KEY SHARE`;
        const inIt = <T>(work: () => Promise<T>) => withClient(tx as DatabaseClient, work);
        const told = { note: "Serik Abenov told it.", number: "1 191" };
        const begun = await inIt(() => submittedEntry(people.chingiz.id, told));
        held.resolve();
        await untilAwaited(tx);
        const changed = await inIt(() => saysNow(older, "Abenov Serik told it."));
        if ("refused" in changed) throw new Error(changed.refused);
        return begun;
      }),
    async () => {
      await held.promise;
      return confirmWithholding(people.dana.id, id);
    },
  );
  if (late.status === "rejected") throw late.reason;
  expect(confirmed).toEqual({ status: "fulfilled", value: { withholdingId: id } });
  expect(await markedOf(id)).toEqual([older, late.value].toSorted());
});

test("a proposal that says the words since and is in somebody's hands is waited for, not missed", async () => {
  const { recordId, id, older } = await withheldTold("Daulet Seitov");
  const [held, changed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const deciding = async () => {
    await changed.promise;
    await database.client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM entries WHERE id = ${older}::uuid FOR UPDATE`;
      taken.resolve();
      await untilAwaited(tx);
    });
  };
  const taken = Promise.withResolvers<void>();
  const decided = deciding();
  const [holding, confirmed] = await database.race(
    () =>
      database.client.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${recordId} FOR KEY SHARE`;
        held.resolve();
        await untilAwaited(tx);
        const result = await database.committed(() => saysNow(older, "Seitov Daulet told it."));
        if ("refused" in result) throw new Error(result.refused);
        changed.resolve();
        await taken.promise;
      }),
    async () => {
      await held.promise;
      return confirmWithholding(people.dana.id, id);
    },
  );
  await decided;
  expect(holding.status).toBe("fulfilled");
  expect(confirmed).toEqual({ status: "fulfilled", value: { withholdingId: id } });
  expect(await markedOf(id)).toEqual([older]);
});
