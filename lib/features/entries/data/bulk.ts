import { db } from "@/lib/server/db";
import type { BulkItemRow, BulkPart, BulkRow, BulkTally } from "../view/bulk";
import type { EntryRow } from "../view/rows";

const ITEMS_PER_PAGE = 50;

/**
 * A bulk decision, with how many of its entries are foreseen to go where and how many ended how. As long as nothing was
 * decided by it, it is its moderator's alone.
 */
export async function readBulk(readerId: string, id: string): Promise<BulkRow | null> {
  const bulk = await db().bulkDecision.findFirst({
    where: { id, OR: [{ moderatorId: readerId }, { state: { not: "prepared" } }] },
    select: {
      ...{ id: true, verb: true, reason: true, filter: true, matched: true, state: true, createdAt: true },
      ...{ moderatorId: true, moderator: { select: { handle: true } } },
    },
  });
  if (bulk === null) return null;
  const tally = await db().bulkItem.groupBy({
    by: ["foresees", "outcome", "because"],
    where: { bulkId: id },
    _count: true,
  });
  const { moderator, ...row } = bulk;
  return {
    ...row,
    moderatorHandle: moderator.handle,
    createdAt: bulk.createdAt.getTime(),
    tally: tally.map(({ _count, ...group }): BulkTally => ({ ...group, count: _count })),
  };
}

export type BulkItemsPage = { items: BulkItemRow[]; page: number; pages: number };

/** One part of its entries, in the order in which they are decided. */
export async function readBulkItems(bulkId: string, part: BulkPart | null, wanted: number): Promise<BulkItemsPage> {
  const where = { bulkId, ...(part ?? {}) };
  const total = await db().bulkItem.count({ where });
  const pages = Math.max(1, Math.ceil(total / ITEMS_PER_PAGE));
  const page = Math.min(wanted, pages);
  const items = await db().bulkItem.findMany({
    where,
    orderBy: { position: "asc" },
    skip: (page - 1) * ITEMS_PER_PAGE,
    take: ITEMS_PER_PAGE,
    select: { entryId: true, entryVersion: true, foresees: true, outcome: true, because: true },
  });
  return { items, page, pages };
}

/** More that count the same are not held beside each other on one page. */
const MOST_TOGETHER = 500;

/**
 * New figures that this decision would still publish and that count the same as any of these entries, first those whose
 * forms say so. A week meets each of its days, and a crowd is told by two forms: whether two compete their moments say.
 */
export function readPublishingTogether(
  bulkId: string,
  ids: readonly string[],
): Promise<Pick<EntryRow, "id" | "payload" | "kind">[]> {
  return db().$queryRaw`
    WITH shown AS (
      SELECT wave_id, payload ->> 'measure' AS measure, told_of(record_kind, payload) AS told FROM entries
      WHERE id = ANY(${ids}::uuid[]))
    SELECT e.id::text, e.payload, e.kind::text FROM bulk_items i JOIN entries e ON e.id = i.entry_id
    WHERE i.bulk_id = ${bulkId}::uuid AND i.outcome IS NULL AND i.foresees = 'published'
      AND e.kind = 'new_record' AND e.record_kind = 'figure'
      AND (e.wave_id, e.payload ->> 'measure') IN (SELECT wave_id, measure FROM shown)
    ORDER BY (e.wave_id, told_of(e.record_kind, e.payload)) IN (SELECT wave_id, told FROM shown) DESC, i.position
    LIMIT ${MOST_TOGETHER}::int`;
}

/** Those that this moderator began and has not brought to an end. */
export async function readUnfinishedBulks(moderatorId: string): Promise<string[]> {
  const rows = await db().bulkDecision.findMany({
    where: { moderatorId, state: { in: ["running", "stopped"] } },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
