import { can } from "@/lib/domain/can";
import { lockActor } from "@/lib/features/accounts/data";
import type { Transaction } from "@/lib/server/transaction";
import { readAnyBatch } from "../data";
import type { BatchRow } from "../view/rows";

export type Refused = { refused: "gone" | "role" | "suspended" | "signed_out" | "moved_on" };

/** One's own file, held until the transaction ends, once the role of this moment allows to propose anything. */
export async function lockOwnBatch(tx: Transaction, actorId: string, id: string): Promise<BatchRow | Refused> {
  const verdict = can(await lockActor(tx, actorId), "save_entry");
  if (!verdict.allowed) return { refused: verdict.because === "suspended" ? "suspended" : "role" };
  const [own] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM import_batches WHERE id = ${id}::uuid AND author_id = ${actorId}::uuid FOR UPDATE`;
  return own === undefined ? { refused: "gone" } : readAnyBatch(id, tx);
}

export type RowResult = {
  number: number;
  outcome: string;
  problems: object[] | null;
  entryId: string | null;
  /** Of what is in order: the hash of what it says, and which row of the file said it before. */
  key?: string;
  sameAs?: number;
};

/** What became of many rows, written at once. */
export async function writeResults(tx: Transaction, batchId: string, results: readonly RowResult[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_rows SET outcome = told.outcome::import_outcome, problems = told.problems,
      entry_id = told."entryId"::uuid, key = told.key, same_as = told."sameAs"
    FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      AS told(number int, outcome text, problems jsonb, "entryId" text, key text, "sameAs" int)
    WHERE import_rows.batch_id = ${batchId}::uuid AND import_rows.number = told.number`;
}

/** What became of a row became of those that say the same: its entry is theirs, or what was found wrong with it since the dry run. */
export async function followFirst(tx: Transaction, batchId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_rows SET entry_id = first.entry_id, problems = first.problems,
      outcome = CASE WHEN first.outcome = 'wrong' THEN first.outcome ELSE import_rows.outcome END
    FROM import_rows AS first
    WHERE import_rows.batch_id = ${batchId}::uuid AND import_rows.outcome = 'double' AND import_rows.entry_id IS NULL
      AND first.batch_id = import_rows.batch_id AND first.number = import_rows.same_as`;
}
