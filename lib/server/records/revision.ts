import { Prisma } from "@/lib/generated/prisma/client";
import type { Transaction } from "@/lib/server/transaction";

export type PublishedRecord = { id: string; snapshot: Prisma.InputJsonObject };
type Links = {
  workforces: string[];
  demands: string[];
  answers: { demand: string; outcome: Prisma.InputJsonValue | null }[];
};
type Version = {
  row: { id: string };
  citations: Prisma.InputJsonObject[];
  valid: { from: Date | null; to: Date | null };
  /** The entry whose own record this is; a source made beside it has none. */
  entryId: string | null;
  links?: Links;
  /** What makes it a later version; absent for the first. */
  later?: { number: number; retracts: boolean; reason: Prisma.InputJsonObject };
};

const noLinks: Links = { workforces: [], demands: [], answers: [] };

/** A version of a record: its columns with instants as ISO texts, its citations and its links, as loading writes them. */
export async function createRevision(
  tx: Transaction,
  { row, citations, valid, entryId, links = noLinks, later }: Version,
): Promise<PublishedRecord> {
  const snapshot: Prisma.InputJsonObject = { ...plain(row), citations, ...links };
  await tx.revision.create({
    data: {
      ...{ recordId: row.id, number: 1, snapshot, entryId, ...later },
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
