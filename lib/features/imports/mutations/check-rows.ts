import { db } from "@/lib/server/db";
import { inTransaction } from "@/lib/server/transaction";
import { readRows, readRowsByKey } from "../data";
import { type RowResult, writeResults } from "./batch-lock";
import { findEntries } from "./entry-keys";
import { finish, isStillMine, type LookedAt, lookAt, ROWS_A_TURN, type Turn } from "./work-bench";

/** A dry run of some rows: what would be sent, what is wrong, what is there already or said by another row. Nothing is proposed. */
export async function checkRows({ batch, worker, bench }: Turn): Promise<void> {
  const rows = await readRows(batch.id, { outcome: "waiting", after: 0, atMost: ROWS_A_TURN });
  const looked = await lookAt(bench, rows);
  const keys = looked.flatMap(({ checked }) => ("key" in checked ? [checked.key] : []));
  const { standing } = await findEntries(db(), batch.authorId, keys);
  const results = resultsOf(looked, { standing, said: await readRowsByKey(batch.id, keys) });
  await inTransaction(async (tx) => {
    if (!(await isStillMine(tx, batch, worker))) return;
    if (rows.length === 0) await finish(tx, { ...batch, state: "checking" });
    else await writeResults(tx, batch.id, results);
  });
}

type Known = {
  /** Entries that say the same, by key. */
  standing: ReadonlyMap<string, string>;
  /** Rows of the file that say it and are in order or sent, by key. */
  said: Map<string, { number: number; isSent: boolean }>;
};

/** Of rows that say the same one becomes an entry: the first that was looked at. */
function resultsOf(looked: readonly LookedAt[], { standing, said }: Known): RowResult[] {
  return looked.map(({ number, checked }) => {
    if ("problems" in checked) return { number, outcome: "wrong", problems: checked.problems, entryId: null };
    const { key } = checked;
    const [entryId, before] = [standing.get(key) ?? null, said.get(key)];
    const row = { number, problems: null, entryId, key };
    // What was sent and is withdrawn by now may be sent anew.
    if (before !== undefined && (!before.isSent || entryId !== null))
      return { ...row, outcome: "double", sameAs: before.number };
    if (entryId !== null) return { ...row, outcome: "double" };
    said.set(key, { number, isSent: false });
    return { ...row, outcome: "ready" };
  });
}
