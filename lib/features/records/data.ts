import { db } from "@/lib/server/db";

export type RevisionRow = { number: number; recordedAt: number; retracts: boolean };

/** Every published version of one record, oldest first. */
export async function readRevisions(recordId: string): Promise<RevisionRow[]> {
  const rows = await db().revision.findMany({
    where: { recordId },
    select: { number: true, recordedAt: true, retracts: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: recordedAt.getTime() }));
}
