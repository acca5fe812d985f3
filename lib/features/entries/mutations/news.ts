import type { Transaction } from "@/lib/server/transaction";
import type { LockedEntry } from "./locked-entry";

/** Marks the entry as new for each of them who is still there, in one order, so that two writes cannot wait for each other. */
async function tell(tx: Transaction, entryId: string, readerIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO entry_news (reader_id, entry_id)
    SELECT id, ${entryId}::uuid FROM users WHERE id = ANY(${readerIds}::uuid[]) AND deleted_at IS NULL ORDER BY id
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
