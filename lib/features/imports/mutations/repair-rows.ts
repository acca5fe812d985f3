import { appendAudit } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";
import { withoutGuards } from "@/lib/shared/chart/csv-file";
import { cutFile, separatorWith } from "../schema/cut-file";
import { movedBy } from "../schema/import-states";
import { isMapped } from "../schema/mapping";
import { type Letters, lettersIn } from "../view/letters";
import { REPORT_ROW } from "../view/report-columns";
import { lockOwnBatch, type Refused } from "./batch-lock";
import { type FileRefused, refusing, type SentFile, separatorOf, textOf } from "./upload-file";

export type Repaired =
  | { repaired: number; passedOver: number }
  | Refused
  | FileRefused
  | { refused: "not_the_report" }
  | { refused: "encoding_unsure"; letters: Letters };

const REPAIR_MS = 60_000;
const ROWS_AT_ONCE = 1000;

/**
 * The report of a file with its rows put right: they take the place of the rows they came from, which are looked at
 * again. Rows that were in order, or that have become entries, stay as they are.
 */
export async function repairRows(actorId: string, batchId: string, file: SentFile): Promise<Repaired> {
  const read = textOf(file);
  if ("refused" in read) return read;
  // The report itself was written in UTF-8; a program saved it in other letters.
  if (read.encoding === null)
    return { refused: "encoding_unsure", letters: lettersIn(read.text.split(/[\r\n;,\t|"]+/)) };
  return refusing(() => {
    const separator = separatorWith(REPORT_ROW, read.text) ?? separatorOf(read.text, file.separator);
    const { header, rows } = cutFile(read.text, separator);
    return inTransaction(async (tx): Promise<Repaired> => {
      const batch = await lockOwnBatch(tx, actorId, batchId);
      if ("refused" in batch) return batch;
      if (movedBy("check", batch.state) === null || !isMapped(batch)) return { refused: "moved_on" };
      // As the report was written; whatever stands between cells now, a program has put there since.
      const asItWas = (cell = "") => withoutGuards(cell, batch.separator);
      const names = header.map(asItWas);
      const places = batch.header.map((name) => names.indexOf(name));
      const at = header.indexOf(REPORT_ROW);
      if (at < 0 || places.includes(-1)) return { refused: "not_the_report" };
      const told = [...rows].map(({ cells }) => ({
        number: Number.parseInt(cells[at] ?? "", 10) || 0,
        cells: places.map((place) => asItWas(cells[place])),
      }));
      let repaired = 0;
      for (let from = 0; from < told.length; from += ROWS_AT_ONCE) {
        const some = JSON.stringify(told.slice(from, from + ROWS_AT_ONCE));
        repaired += await tx.$executeRaw`
          UPDATE import_rows SET cells = told.cells, outcome = 'waiting', problems = NULL
          FROM jsonb_to_recordset(${some}::jsonb) AS told(number int, cells text[])
          WHERE import_rows.batch_id = ${batchId}::uuid AND import_rows.number = told.number
            AND import_rows.outcome = 'wrong'`;
      }
      await tx.importBatch.update({
        where: { id: batchId },
        data: { state: "checking", failures: 0, updatedAt: new Date() },
      });
      await appendAudit(tx, {
        ...{ actorId, verb: "import.repair", objectType: "import_batch", objectId: batchId },
        before: null,
        after: { id: batchId, rows: told },
      });
      return { repaired, passedOver: told.length - repaired };
    }, REPAIR_MS);
  });
}
