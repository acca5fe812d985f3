import { Prisma } from "@/lib/generated/prisma/client";
import type { Transaction } from "@/lib/server/transaction";

export type PublishedRecord = { id: string; snapshot: Prisma.InputJsonObject };
type First = {
  row: { id: string };
  citations: Prisma.InputJsonObject[];
  valid: { from: Date | null; to: Date | null };
  /** The entry whose own record this is; a source made beside it has none. */
  entryId: string | null;
};

/** Revision 1 of a record just made: its columns with instants as ISO texts and its citations, as loading writes them. */
export async function createRevision(
  tx: Transaction,
  { row, citations, valid, entryId }: First,
): Promise<PublishedRecord> {
  const snapshot: Prisma.InputJsonObject = { ...plain(row), citations, workforces: [], demands: [], answers: [] };
  await tx.revision.create({
    data: {
      ...{ recordId: row.id, number: 1, snapshot, entryId },
      ...{ validFrom: valid.from, validTo: valid.to, recordedAt: new Date() },
    },
  });
  return { id: row.id, snapshot };
}

function plain(row: object): Prisma.InputJsonObject {
  const columns = Object.entries(row).map(([name, value]) => {
    if (value === Prisma.DbNull) return [name, null];
    return [name, value instanceof Date ? value.toISOString() : value];
  });
  return Object.fromEntries(columns) as Prisma.InputJsonObject;
}
