import { appendAudit } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { readRows, type TypedRow } from "../schema/read-rows";
import type { RowProblem, TableName } from "../schema/tables";
import type { PreparedWave } from "../view/rows";
import { problemsInDatabase } from "./row-problems";
import { writeRows } from "./table-writes";
import { asWaveManager, lockWave, publishCountry, type Refusal } from "./wave-write";

export type Filled =
  | { ok: true; count: number; written: boolean }
  | { ok: false; because: Refusal }
  | { ok: false; problems: RowProblem[] };

type Wanted = { waveId: string; table: TableName; rows: readonly TypedRow[]; write: boolean };

/**
 * Rows of a table, all of them or none: every row is held against its form and against what is recorded, and only when
 * nothing is wrong with any are they written, in one transaction with one line of the log. Without `write` nothing is.
 */
export function fillTable(actorId: string, { waveId, table, rows, write }: Wanted): Promise<Filled> {
  return asWaveManager(actorId, async (tx): Promise<Filled> => {
    const wave = await lockWave(tx, waveId);
    if (wave === null) return { ok: false, because: "wave_gone" };
    const read = readRows(table, rows);
    const problems = allProblems(read.problems, await problemsInDatabase(tx, wave, { table, rows }));
    if (problems.length > 0) return { ok: false, problems };
    if (write) await writeAll(tx, { actorId, wave, read });
    return { ok: true, count: rows.length, written: write };
  });
}

/** By line, each field of a row once: what is wrong with it in itself goes before what the record says. */
function allProblems(ofForm: readonly RowProblem[], ofRecord: readonly RowProblem[]): RowProblem[] {
  const keyOf = ({ line, field }: RowProblem) => `${line} ${field}`;
  const told = new Set(ofForm.map(keyOf));
  return [...ofForm, ...ofRecord.filter((problem) => !told.has(keyOf(problem)))].toSorted((a, b) => a.line - b.line);
}

type Writing = { actorId: string; wave: PreparedWave; read: ReturnType<typeof readRows> };

async function writeAll(tx: Transaction, { actorId, wave, read }: Writing): Promise<void> {
  const after = await writeRows(tx, wave, read.of);
  await publishCountry(tx, wave.country);
  await appendAudit(tx, {
    ...{ actorId, verb: `${read.of.table}.add`, objectType: "wave", objectId: wave.id },
    before: null,
    after,
  });
  if (read.of.table !== "workforces") return;
  // A workforce is a record: whoever holds its versions against the log finds the hash of the first.
  for (const snapshot of after as { id: string }[]) {
    const line = { verb: "record.publish", objectType: "record", objectId: snapshot.id } as const;
    await appendAudit(tx, { actorId, ...line, before: null, after: snapshot });
  }
}
