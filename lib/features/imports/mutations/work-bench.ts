import { setImmediate as nextTurn } from "node:timers/promises";
import type { DatabaseClient } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import { WORK, type Working } from "../schema/import-states";
import type { Reading } from "../schema/row-cells";
import type { BatchRow, FileRow } from "../view/rows";
import { type CheckedRow, checkRow } from "./check-row";

/** Everything rows are held against, made once for many of them. */
export type Bench = { client: DatabaseClient; reading: Reading & { width: number } };
export type Turn = { batch: BatchRow; worker: string; bench: Bench };

/** Rows of one turn: a cancelled file stops after it, and pages are answered in between. */
export const ROWS_A_TURN = 500;
/** Other requests are let in after so many rows. */
const ROWS_AT_A_STRETCH = 25;
const AT_ONCE = 8;

export type LookedAt = FileRow & { checked: CheckedRow };

export async function lookAt({ client, reading }: Bench, rows: readonly FileRow[]): Promise<LookedAt[]> {
  const looked: LookedAt[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    looked.push(
      ...(await Promise.all(
        some.map(async (row) => ({ ...row, checked: await checkRow(client, reading, row.cells) })),
      )),
    );
    if (from % ROWS_AT_A_STRETCH < AT_ONCE) await nextTurn();
  }
  return looked;
}

/**
 * Holds the file for one write and renews the lease. False where it was stopped meanwhile or another server works on it:
 * then nothing is written. What goes on has not failed.
 */
export async function isStillMine(tx: Transaction, { id, state }: BatchRow, worker: string): Promise<boolean> {
  const [mine] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE import_batches SET lease_until = now() + interval '30 seconds', updated_at = clock_timestamp(), failures = 0
    WHERE id = ${id}::uuid AND state = ${state}::import_state AND worker = ${worker}::uuid
    RETURNING id::text`;
  return mine !== undefined;
}

/** Nothing is left to do: the file stands where its author left it to go. */
export async function finish(tx: Transaction, { id, state }: BatchRow & { state: Working }): Promise<void> {
  await tx.importBatch.update({
    where: { id },
    data: { state: WORK[state], worker: null, leaseUntil: null, updatedAt: new Date() },
  });
}
