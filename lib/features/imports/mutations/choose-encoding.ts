import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { makeFactFinder } from "../schema/column-facts";
import { decodeCell, type Encoding } from "../schema/encodings";
import { lockOwnBatch, type Refused } from "./batch-lock";

const ROWS_AT_ONCE = 2000;
const REWRITE_MS = 120_000;

/** The letters of a file, said by its author: every cell is read in them once and kept so. */
export function chooseEncoding(actorId: string, batchId: string, encoding: Encoding): Promise<{ ok: true } | Refused> {
  return inTransaction(async (tx) => {
    const batch = await lockOwnBatch(tx, actorId, batchId);
    if ("refused" in batch) return batch;
    if (batch.encoding !== null || batch.state !== "uploaded") return { refused: "moved_on" };
    const header = batch.header.map((name) => decodeCell(name, encoding));
    const columns = await rewriteRows(tx, batchId, { width: header.length, encoding });
    await tx.importBatch.update({ where: { id: batchId }, data: { encoding, header, columns, updatedAt: new Date() } });
    return { ok: true };
  }, REWRITE_MS);
}

async function rewriteRows(tx: Transaction, batchId: string, of: { width: number; encoding: Encoding }) {
  const finder = makeFactFinder(of.width);
  for (let after = 0; ; ) {
    const rows = await tx.importRow.findMany({
      where: { batchId, number: { gt: after } },
      orderBy: { number: "asc" },
      take: ROWS_AT_ONCE,
      select: { number: true, cells: true },
    });
    const read = rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => decodeCell(cell, of.encoding)),
    }));
    for (const { number, cells } of read) finder.see(number, cells);
    await tx.$executeRaw`
      UPDATE import_rows SET cells = told.cells
      FROM jsonb_to_recordset(${JSON.stringify(read)}::jsonb) AS told(number int, cells text[])
      WHERE import_rows.batch_id = ${batchId}::uuid AND import_rows.number = told.number`;
    const last = rows.at(-1);
    if (last === undefined) return finder.facts;
    after = last.number;
  }
}
