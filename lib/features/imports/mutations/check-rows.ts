import { db } from "@/lib/server/db";
import { inTransaction } from "@/lib/server/transaction";
import { readRows } from "../data";
import { writeResults } from "./batch-lock";
import { findEntries } from "./entry-keys";
import { finish, isStillMine, lookAt, ROWS_A_TURN, type Turn } from "./work-bench";

/** A dry run of some rows: what would be sent, what is wrong, what is there already. Nothing is proposed. */
export async function checkRows({ batch, worker, bench }: Turn): Promise<void> {
  const rows = await readRows(batch.id, { outcome: "waiting", after: 0, atMost: ROWS_A_TURN });
  const looked = await lookAt(bench, rows);
  const keys = looked.flatMap(({ checked }) => ("key" in checked ? [checked.key] : []));
  const { standing } = await findEntries(db(), batch.authorId, keys);
  const results = looked.map(({ number, checked }) => {
    if ("problems" in checked) return { number, outcome: "wrong", problems: checked.problems, entryId: null };
    const entryId = standing.get(checked.key) ?? null;
    return { number, outcome: entryId === null ? "ready" : "double", problems: null, entryId };
  });
  await inTransaction(async (tx) => {
    if (!(await isStillMine(tx, batch, worker))) return;
    if (rows.length === 0) await finish(tx, { ...batch, state: "checking" });
    else await writeResults(tx, batch.id, results);
  });
}
