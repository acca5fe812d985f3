import { appendAudit } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";
import { followFirst } from "./batch-lock";

/** What fails so often in a row would fail for good, and take the time of everybody else's files. */
export const MOST_FAILURES = 5;

/** A turn at a file failed. After too many it is stopped, and its author can read so and try again. */
export function countFailure(id: string, worker: string): Promise<void> {
  return inTransaction(async (tx) => {
    const [file] = await tx.$queryRaw<{ state: string; failures: number }[]>`
      UPDATE import_batches SET failures = failures + 1
      WHERE id = ${id}::uuid AND worker = ${worker}::uuid RETURNING state::text, failures`;
    if (file === undefined || file.failures < MOST_FAILURES) return;
    await followFirst(tx, id);
    const stopped = { state: "cancelled", worker: null, leaseUntil: null, updatedAt: new Date() } as const;
    await tx.importBatch.update({ where: { id }, data: stopped });
    await appendAudit(tx, {
      ...{ actorId: null, verb: "import.give_up", objectType: "import_batch", objectId: id },
      ...{ before: { id, state: file.state }, after: { id, state: "cancelled" } },
    });
  });
}
