import { db } from "@/lib/server/db";

/** How many entries have something this account has not seen: its own, and those of others. */
export async function countNews(readerId: string): Promise<{ own: number; others: number }> {
  const [all, own] = await Promise.all([
    db().entryNews.count({ where: { readerId } }),
    db().entryNews.count({ where: { readerId, entry: { authorId: readerId } } }),
  ]);
  return { own, others: all - own };
}

/** Own entries with something unseen. */
export async function readOwnNews(readerId: string): Promise<string[]> {
  const rows = await db().entryNews.findMany({
    where: { readerId, entry: { authorId: readerId } },
    select: { entryId: true },
  });
  return rows.map(({ entryId }) => entryId);
}

/** Entries of others with something unseen, the latest first. */
export async function readNewsOfOthers(readerId: string, atMost = 20): Promise<string[]> {
  const rows = await db().entryNews.findMany({
    where: { readerId, entry: { authorId: { not: readerId } } },
    orderBy: [{ since: "desc" }, { entryId: "asc" }],
    take: atMost,
    select: { entryId: true },
  });
  return rows.map(({ entryId }) => entryId);
}

/** How much is new about an entry for this account; asked before the entry itself is read. */
export async function readNews(readerId: string, entryId: string): Promise<number> {
  const row = await db().entryNews.findUnique({
    where: { readerId_entryId: { readerId, entryId } },
    select: { count: true },
  });
  return row?.count ?? 0;
}
