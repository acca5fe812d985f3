import { appendAudit } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { type ImportVerb, movedBy } from "../schema/import-states";
import { isMapped, type Mapping, mappingProblems } from "../schema/mapping";
import type { BatchRow } from "../view/rows";
import { followFirst, lockOwnBatch, type Refused } from "./batch-lock";

export type Moved = { ok: true } | Refused;

/** Starts or stops what a server does with a file. Whoever works on it sees so before its next rows. */
export function moveBatch(actorId: string, batchId: string, verb: ImportVerb): Promise<Moved> {
  return inTransaction(async (tx) => {
    const batch = await lockOwnBatch(tx, actorId, batchId);
    if ("refused" in batch) return batch;
    if (verb === "check" && !isMapped(batch)) return { refused: "moved_on" };
    if (verb === "send" && !(await isLookedAt(tx, batch))) return { refused: "moved_on" };
    return move(tx, batch, verb);
  });
}

/** Rows are sent as a dry run read them: all of them were in one since anything was last said of their columns. */
async function isLookedAt(tx: Transaction, batch: BatchRow): Promise<boolean> {
  return isMapped(batch) && (await tx.importRow.count({ where: { batchId: batch.id, outcome: "waiting" } })) === 0;
}

async function move(tx: Transaction, batch: BatchRow, verb: ImportVerb): Promise<Moved> {
  const state = movedBy(verb, batch.state);
  if (state === null) return { refused: "moved_on" };
  if (verb === "check") await lookAgain(tx, batch.id);
  if (verb === "cancel") await followFirst(tx, batch.id);
  // Whoever worked on it has lost it, and nobody waits for a lease to end.
  const nobody = { worker: null, leaseUntil: null, failures: 0 };
  await tx.importBatch.update({ where: { id: batch.id }, data: { state, ...nobody, updatedAt: new Date() } });
  const told = { id: batch.id, state: batch.state, mapping: batch.mapping };
  await appendAudit(tx, {
    ...{ actorId: batch.authorId, verb: `import.${verb}`, objectType: "import_batch", objectId: batch.id },
    before: told,
    after: { ...told, state },
  });
  return { ok: true };
}

/** Every row that has not become an entry is looked at anew; one that was emptied says nothing any more. */
async function lookAgain(tx: Transaction, batchId: string): Promise<void> {
  const unsent = {
    batchId,
    cells: { isEmpty: false },
    outcome: { in: ["ready", "wrong", "double"] as ("ready" | "wrong" | "double")[] },
  };
  await tx.importRow.updateMany({
    where: unsent,
    data: { outcome: "waiting", entryId: null, key: null, sameAs: null },
  });
}

/** Keeps what was said of the columns; when nothing is left to say the rows are looked at. */
export function saveMapping(actorId: string, batchId: string, mapping: Mapping): Promise<Moved & { open?: number }> {
  return inTransaction(async (tx) => {
    const batch = await lockOwnBatch(tx, actorId, batchId);
    if ("refused" in batch) return batch;
    if (batch.encoding === null || movedBy("check", batch.state) === null) return { refused: "moved_on" };
    const kept = inHeader(mapping, batch.header.length);
    await tx.importBatch.update({ where: { id: batchId }, data: { mapping: kept, updatedAt: new Date() } });
    const open = mappingProblems(batch.kind, kept, batch.columns).length;
    if (open === 0) return move(tx, { ...batch, mapping: kept }, "check");
    // What was read before was read otherwise.
    await lookAgain(tx, batchId);
    if (batch.state === "checked") await tx.importBatch.update({ where: { id: batchId }, data: { state: "uploaded" } });
    return { ok: true, open };
  });
}

/** Only columns that the file has. */
function inHeader({ columns, fixed, answers }: Mapping, width: number): Mapping {
  const own = Object.entries(columns).filter(([, column]) => column < width);
  return { columns: Object.fromEntries(own), fixed, answers };
}
