import type { RecordKind } from "@/lib/domain/id";
import { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import type { WaitingRow } from "../view/waiting-alike";

/** Of a large batch about one thing those that came last. */
const MOST_OF_ONE = 100;
/** As many of the kind as the page of one entry is held beside, whatever they are about. */
const MOST_OF_KIND = 300;

/** Written out, not handed over as a value: only so does the index of what waits serve it. */
const WAITS = Prisma.sql`e.kind = 'new_record' AND e.state IN ('submitted', 'approved_once')`;

/** New records that wait and are about the same as any of these entries, these among them. */
export function readWaitingBeside(ids: readonly string[]): Promise<WaitingRow[]> {
  return db().$queryRaw<WaitingRow[]>`
    SELECT e.id::text, u.handle, e.payload FROM (
      SELECT DISTINCT wave_id, record_kind, told_of(record_kind, payload) AS told FROM entries
      WHERE id = ANY(${ids}::uuid[]) AND kind = 'new_record'
    ) one CROSS JOIN LATERAL (
      SELECT e.id, e.payload, e.author_id FROM entries e
      WHERE e.wave_id = one.wave_id AND e.record_kind = one.record_kind AND told_of(e.record_kind, e.payload) = one.told
        AND ${WAITS} ORDER BY e.submitted_at DESC LIMIT ${MOST_OF_ONE}::int
    ) e JOIN users u ON u.id = e.author_id`;
}

/** The same for one entry, with the latest others of its kind: something may be told twice of different days. */
export async function readWaitingAround(id: string): Promise<WaitingRow[]> {
  const ofKind = await db().$queryRaw<WaitingRow[]>`
    SELECT e.id::text, u.handle, e.payload FROM entries at
    JOIN entries e ON e.wave_id = at.wave_id AND e.record_kind = at.record_kind JOIN users u ON u.id = e.author_id
    WHERE at.id = ${id}::uuid AND at.kind = 'new_record' AND ${WAITS}
    ORDER BY e.submitted_at DESC LIMIT ${MOST_OF_KIND}::int`;
  const about = await readWaitingBeside([id]);
  return [...new Map([...ofKind, ...about].map((row) => [row.id, row])).values()];
}

type Proposed = { waveId: string; recordKind: RecordKind; payload: unknown };

/** What an author has waiting about the same as what they propose now; nobody else's. */
export function readOwnWaiting(authorId: string, { waveId, recordKind, payload }: Proposed): Promise<WaitingRow[]> {
  return db().$queryRaw<WaitingRow[]>`
    SELECT e.id::text, u.handle, e.payload FROM entries e JOIN users u ON u.id = e.author_id
    WHERE e.author_id = ${authorId}::uuid AND e.wave_id = ${waveId} AND e.record_kind = ${recordKind}::record_kind
      AND told_of(e.record_kind, e.payload) = told_of(${recordKind}::record_kind, ${JSON.stringify(payload)}::jsonb)
      AND ${WAITS} ORDER BY e.submitted_at DESC LIMIT ${MOST_OF_ONE}::int`;
}
