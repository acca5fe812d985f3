import { formatRecordId, RECORD_LETTERS, type RecordKind } from "@/lib/domain/id";
import type { Transaction } from "@/lib/server/transaction";

/** Holds the counter of one kind of record until the transaction ends, and makes it where there is none. */
export async function holdNumbers(tx: Transaction, waveId: string, kind: RecordKind): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO record_counters (wave_id, kind, last) VALUES (${waveId}, ${kind}::record_kind, 0)
    ON CONFLICT (wave_id, kind) DO UPDATE SET last = record_counters.last`;
}

/** A new record with the next number of its kind: numbers are never reused, not even one that the counter has missed. */
export async function createRecord(
  tx: Transaction,
  wave: { id: string; code: string },
  kind: RecordKind,
): Promise<string> {
  await holdNumbers(tx, wave.id, kind);
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    UPDATE record_counters SET last = 1 + greatest(last, (
      SELECT coalesce(max(number), 0) FROM records WHERE wave_id = ${wave.id} AND kind = ${kind}::record_kind))
    WHERE wave_id = ${wave.id} AND kind = ${kind}::record_kind RETURNING last`;
  if (row === undefined) throw new Error(`No counter for ${kind} of ${wave.id}.`);
  const id = formatRecordId(wave.code, RECORD_LETTERS[kind], row.last);
  await tx.record.create({ data: { id, waveId: wave.id, kind, number: row.last } });
  return id;
}
