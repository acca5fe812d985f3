import { appendAudit } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";

const dayMs = 86_400_000;
/** Long enough to mend wrong rows; what was sent are entries by then, and live on without the file. */
export const KEPT_DAYS = 30;
/** Rows deleted in one write, so that nobody waits for it. */
const AT_ONCE = 20_000;

/**
 * Deletes the rows of a file that nothing happened to for thirty days, with its name and the examples taken from it.
 * False when there is none. A large file takes several calls.
 */
export function forgetOldFile(now = new Date()): Promise<boolean> {
  return inTransaction(async (tx) => {
    const before = new Date(now.getTime() - KEPT_DAYS * dayMs);
    const [file] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM import_batches
      WHERE updated_at < ${before} AND state IN ('uploaded', 'checked', 'done', 'cancelled', 'withdrawn')
      ORDER BY updated_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (file === undefined) return false;
    const batchId = file.id;
    const deleted = await tx.$executeRaw`
      DELETE FROM import_rows WHERE batch_id = ${batchId}::uuid AND number IN (
        SELECT number FROM import_rows WHERE batch_id = ${batchId}::uuid ORDER BY number LIMIT ${AT_ONCE})`;
    if (deleted === AT_ONCE) return true;
    await tx.importBatch.update({ where: { id: batchId }, data: { state: "forgotten", fileName: "", columns: [] } });
    await appendAudit(tx, {
      ...{ actorId: null, verb: "import.forget", objectType: "import_batch", objectId: batchId },
      ...{ before: { id: batchId, rows: true }, after: { id: batchId, rows: false } },
    });
    return true;
  });
}
