import { db } from "@/lib/server/db";

// The exception among what reads: that a reader has had an entry before them is written by reading it.

/** Only what was there before the entry was read is taken for seen. */
export async function markRead(readerId: string, entryId: string, seen: number): Promise<void> {
  if (seen > 0) await db().entryNews.deleteMany({ where: { readerId, entryId, count: seen } });
}

/**
 * Notes which version a moderator has before them now, and gives the one they had seen before it; null where it is the
 * first. The same version opened again changes nothing, so that what had changed can be read twice.
 */
export async function noteLook(readerId: string, entryId: string, version: number): Promise<number | null> {
  const [look] = await db().$queryRaw<{ before: number | null }[]>`
    INSERT INTO entry_looks AS seen (reader_id, entry_id, version)
    VALUES (${readerId}::uuid, ${entryId}::uuid, ${version}::int)
    ON CONFLICT (reader_id, entry_id) DO UPDATE SET
      before = CASE WHEN seen.version < excluded.version THEN seen.version ELSE seen.before END,
      version = greatest(seen.version, excluded.version)
    RETURNING before`;
  return look?.before ?? null;
}
