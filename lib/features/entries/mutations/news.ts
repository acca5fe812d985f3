import { Prisma } from "@/lib/generated/prisma/client";
import type { Transaction } from "@/lib/server/transaction";
import type { LockedEntry } from "./locked-entry";

/** Marks the entry as new for each of them, in one order, so that two writes cannot wait for each other. */
async function tell(tx: Transaction, entryId: string, readerIds: readonly string[]): Promise<void> {
  const readers = [...new Set(readerIds)].toSorted();
  if (readers.length === 0) return;
  const rows = readers.map((readerId) => Prisma.sql`(${readerId}::uuid, ${entryId}::uuid)`);
  await tx.$executeRaw`
    INSERT INTO entry_news (reader_id, entry_id) VALUES ${Prisma.join(rows)}
    ON CONFLICT (reader_id, entry_id) DO UPDATE SET count = entry_news.count + 1, since = now()`;
}

/** Something was decided about the entry, or asked: its author reads it. */
export function tellAuthor(tx: Transaction, entry: Pick<LockedEntry, "id" | "authorId">): Promise<void> {
  return tell(tx, entry.id, [entry.authorId]);
}

/** The author wrote or sent the entry again: whoever decided or wrote about it before reads it. */
export async function tellModerators(tx: Transaction, entry: LockedEntry): Promise<void> {
  const writers = await tx.entryMessage.findMany({
    where: { entryId: entry.id, writerId: { not: entry.authorId } },
    distinct: ["writerId"],
    select: { writerId: true },
  });
  const decided = entry.decisions.map(({ moderatorId }) => moderatorId);
  await tell(tx, entry.id, [...decided, ...writers.map(({ writerId }) => writerId)]);
}
