import { createHash } from "node:crypto";
import { can } from "@/lib/domain/can";
import { lockActor } from "@/lib/features/accounts/data";
import { appendAudit } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import type { Separator } from "@/lib/shared/csv-rows";
import { makeFactFinder } from "../schema/column-facts";
import { type CutFile, cutFile, FileProblem, type FileRefusal, findSeparator } from "../schema/cut-file";
import { decodeText, type Encoding, findEncoding } from "../schema/encodings";
import type { ImportKind } from "../schema/fields";

export type SentFile = {
  bytes: Uint8Array;
  name: string;
  encoding: Encoding | null;
  separator: Separator | null;
};
export type FileRefused = { refused: FileRefusal | "not_text" | "spreadsheet" | "empty"; line: number };
export type Uploaded = { batchId: string } | FileRefused | { refused: "role" | "suspended" | "wave_gone" };

/** Rows written at once: enough to be quick, few enough to be held. */
const ROWS_AT_ONCE = 1000;
const UPLOAD_MS = 120_000;

type Wanted = { waveId: string; kind: ImportKind; file: SentFile };

/** Keeps every row of a file as it is, and looks at each cell once. Nothing is proposed by it. */
export async function uploadFile(actorId: string, { waveId, kind, file }: Wanted): Promise<Uploaded> {
  const text = textOf(file);
  if ("refused" in text) return text;
  return refusing(() => {
    const cut = cutFile(text.text, separatorOf(text.text, file.separator));
    const fileHash = createHash("sha256").update(file.bytes).digest("hex");
    return inTransaction(async (tx): Promise<Uploaded> => {
      const verdict = can(await lockActor(tx, actorId), "save_entry");
      if (!verdict.allowed) return { refused: verdict.because === "suspended" ? "suspended" : "role" };
      const waves = await tx.wave.count({ where: { id: waveId, state: { not: "draft" } } });
      if (waves === 0) return { refused: "wave_gone" };
      const about = { waveId, authorId: actorId, recordKind: kind, fileName: file.name.slice(0, 200), fileHash };
      const how = { encoding: text.encoding, delimiter: cut.separator, header: cut.header, columns: [] };
      const { id } = await tx.importBatch.create({ data: { ...about, ...how }, select: { id: true } });
      const { facts, rows } = await keepRows(tx, id, cut);
      await tx.importBatch.update({ where: { id }, data: { columns: facts } });
      const after = { id, ...about, rows };
      await appendAudit(tx, {
        ...{ actorId, verb: "import.upload", objectType: "import_batch", objectId: id },
        before: null,
        after,
      });
      return { batchId: id };
    }, UPLOAD_MS);
  });
}

/** The text of a file, in the letters its author named, or in those it can only have; byte by byte where only a person can say. */
export function textOf({ bytes, encoding }: SentFile): { text: string; encoding: Encoding | null } | FileRefused {
  if (bytes.length === 0) return { refused: "empty", line: 1 };
  const found = findEncoding(bytes);
  if ("refusal" in found) return { refused: found.refusal, line: 1 };
  const chosen = found.encoding ?? encoding;
  const text = chosen === null ? Buffer.from(bytes).toString("latin1") : decodeText(bytes, chosen);
  return { text, encoding: chosen };
}

export function separatorOf(text: string, chosen: Separator | null): Separator {
  const separator = chosen ?? findSeparator(text);
  if (separator === null) throw new FileProblem("separator_unsure", 1);
  return separator;
}

/** What makes the whole file unreadable is an answer, and nothing of the file is kept. */
export async function refusing<T>(work: () => Promise<T>): Promise<T | FileRefused> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof FileProblem) return { refused: problem.code, line: problem.line };
    throw problem;
  }
}

async function keepRows(tx: Transaction, batchId: string, { header, rows }: CutFile) {
  const finder = makeFactFinder(header.length);
  let waiting: { number: number; cells: string[] }[] = [];
  let count = 0;
  for (const row of rows) {
    finder.see(row.number, row.cells);
    waiting.push(row);
    count += 1;
    if (waiting.length < ROWS_AT_ONCE) continue;
    await insertRows(tx, batchId, waiting);
    waiting = [];
  }
  await insertRows(tx, batchId, waiting);
  return { facts: finder.facts, rows: count };
}

async function insertRows(tx: Transaction, batchId: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO import_rows (batch_id, number, cells)
    SELECT ${batchId}::uuid, number, cells FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS sent(number int, cells text[])`;
}
