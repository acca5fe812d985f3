import { can } from "@/lib/domain/can";
import { lockActor } from "@/lib/features/accounts/data";
import type { NewRecordInput } from "@/lib/features/entries/schema/kinds";
import { appendAudit } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { readRows } from "../data";
import type { BatchRow } from "../view/rows";
import { followFirst, type RowResult, writeResults } from "./batch-lock";
import type { CheckedRow } from "./check-row";
import { findEntries } from "./entry-keys";
import { finish, isStillMine, type LookedAt, lookAt, ROWS_A_TURN, type Turn } from "./work-bench";

/** The last turn looks at all rows of a file that are said twice. */
const SEND_MS = 60_000;

type Good = LookedAt & { checked: Exclude<CheckedRow, { problems: object[] }> };
type Sent = { id: string; row: number; version: 1; payload: NewRecordInput; approvalsRequired: number };

/**
 * Some rows become entries, all in one transaction with one line of the log, which holds the hash of every one of them:
 * a line for each would keep everybody else from writing for as long as a file takes.
 */
export async function sendRows({ batch, worker, bench }: Turn): Promise<void> {
  const rows = await readRows(batch.id, { outcome: "ready", after: 0, atMost: ROWS_A_TURN });
  const looked = await lookAt(bench, rows);
  await inTransaction(async (tx) => {
    // Accounts are locked first everywhere.
    const verdict = can(await lockActor(tx, batch.authorId), "save_entry");
    if (!(await isStillMine(tx, batch, worker))) return;
    if (!verdict.allowed) return stop(tx, batch);
    if (rows.length === 0) {
      await followFirst(tx, batch.id);
      return finish(tx, { ...batch, state: "sending" });
    }
    const wrong = looked.flatMap(({ number, checked }) =>
      "problems" in checked ? [{ number, outcome: "wrong", problems: checked.problems, entryId: null }] : [],
    );
    const good = looked.filter((row): row is Good => "key" in row.checked);
    const { results, sent } = await makeEntries(tx, batch, good);
    await writeResults(tx, batch.id, [...wrong, ...results]);
    if (sent.length === 0) return;
    const after = { batch: batch.id, from: sent[0]?.row, to: sent.at(-1)?.row, entries: sent };
    await appendAudit(tx, {
      ...{ actorId: batch.authorId, verb: "import.entries", objectType: "import_batch", objectId: batch.id },
      before: null,
      after,
    });
  }, SEND_MS);
}

/** Whoever may no longer propose anything has no more of it sent. */
async function stop(tx: Transaction, { id }: BatchRow): Promise<void> {
  await followFirst(tx, id);
  await tx.importBatch.update({ where: { id }, data: { state: "cancelled", worker: null, updatedAt: new Date() } });
}

async function makeEntries(
  tx: Transaction,
  batch: BatchRow,
  rows: readonly Good[],
): Promise<{ results: RowResult[]; sent: Sent[] }> {
  const { authorId } = batch;
  const keys = rows.map(({ checked }) => checked.key);
  const { standing, free } = await findEntries(tx, authorId, keys);
  // Of equal rows the first is sent, and the others say that it was there before them.
  const first = new Map(rows.toReversed().map((row) => [row.checked.key, row]));
  const wanted = rows.filter((row) => first.get(row.checked.key) === row && !standing.has(row.checked.key));
  const made = await insertEntries(
    tx,
    batch,
    wanted.map(({ checked: { payload, approvals, key } }) => ({ payload, approvals, key: free.get(key) ?? key })),
  );
  const ids = new Map(made.map(({ id, key }) => [key, id]));
  const sent = wanted.flatMap(({ number, checked }): Sent[] => {
    const id = ids.get(free.get(checked.key) ?? checked.key);
    const { payload, approvals: approvalsRequired } = checked;
    return id === undefined ? [] : [{ id, row: number, version: 1, payload, approvalsRequired }];
  });
  // Made by another file of the same author in the meantime.
  const meanwhile = sent.length < wanted.length ? (await findEntries(tx, authorId, keys)).standing : standing;
  const madeBy = new Map(sent.map(({ row, id }) => [row, id]));
  const idOf = (key: string) => madeBy.get(first.get(key)?.number ?? 0) ?? meanwhile.get(key) ?? null;
  const results = rows.map(({ number, checked: { key } }) => ({
    ...{ number, key, outcome: madeBy.has(number) ? "sent" : "double", problems: null, entryId: idOf(key) },
  }));
  return { results, sent };
}

/** Submitted entries with their first versions, in two statements whatever their number. One that is there already is passed over. */
async function insertEntries(
  tx: Transaction,
  { id: batchId, waveId, kind, authorId }: BatchRow,
  entries: readonly { payload: NewRecordInput; approvals: number; key: string }[],
): Promise<{ id: string; key: string }[]> {
  const made = await tx.$queryRaw<{ id: string; key: string }[]>`
    INSERT INTO entries
      (wave_id, kind, record_kind, author_id, batch_id, state, submitted_at, payload, approvals_required, submission_key)
    SELECT ${waveId}, 'new_record'::entry_kind, ${kind}::record_kind, ${authorId}::uuid, ${batchId}::uuid, 'submitted'::entry_state, now(),
      told.payload, told.approvals, told.key
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS told(payload jsonb, approvals int, key text)
    ON CONFLICT (author_id, submission_key) DO NOTHING
    RETURNING id::text, submission_key AS key`;
  const ids = made.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO entry_versions (entry_id, version, payload)
    SELECT id, version, payload FROM entries WHERE id = ANY(${ids}::uuid[])`;
  return made;
}
