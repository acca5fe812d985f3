import { appendAudit } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";
import { UNDECIDED } from "../schema/import-states";
import type { BatchRow } from "../view/rows";
import { finish, isStillMine, ROWS_A_TURN } from "./work-bench";

/** Withdraws entries of a file that nobody has decided about; what a moderator approved or published stays. */
export async function withdrawRows(batch: BatchRow, worker: string): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await isStillMine(tx, batch, worker))) return;
    const withdrawn = await tx.$queryRaw<{ id: string }[]>`
      UPDATE entries SET state = 'withdrawn', updated_at = now()
      WHERE id IN (
        SELECT id FROM entries WHERE batch_id = ${batch.id}::uuid AND state = ANY(${[...UNDECIDED]}::entry_state[])
        ORDER BY id LIMIT ${ROWS_A_TURN} FOR UPDATE)
      RETURNING id::text`;
    if (withdrawn.length === 0) return finish(tx, { ...batch, state: "withdrawing" });
    const ids = withdrawn.map(({ id }) => id).toSorted();
    await appendAudit(tx, {
      ...{ actorId: batch.authorId, verb: "import.entries_withdrawn", objectType: "import_batch", objectId: batch.id },
      before: { batch: batch.id, entries: ids, state: "waiting" },
      after: { batch: batch.id, entries: ids, state: "withdrawn" },
    });
  });
}
