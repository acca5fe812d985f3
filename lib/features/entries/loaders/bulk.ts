import { notFound } from "next/navigation";
import { requireRole, type SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";
import { type BulkItemsPage, readBulk, readBulkItems, readPublishingTogether } from "../data/bulk";
import { readInOrder } from "../data/queue";
import { entryIdSchema } from "../schema";
import { readQueueFilter } from "../schema/queue-filter";
import { askedPart, type BulkRow } from "../view/bulk";
import type { QueueEntryRow } from "../view/rows";

export type BulkPage = BulkItemsPage & {
  actor: SignedInActor;
  bulk: BulkRow;
  /** The entries of the items shown, as they are now. */
  rows: QueueEntryRow[];
  /** What the decision would publish about the same as any of those that are still to do. */
  publishing: Pick<QueueEntryRow, "id" | "payload" | "kind">[];
  /** Key of the line whose entries are shown; null for all. */
  part: string | null;
  now: number;
};

/** A bulk decision for moderators: their own, and what others have begun. */
export async function loadBulk(locale: Locale, id: string, asked: SearchParams): Promise<BulkPage> {
  const actor = await requireRole(locale, "see_queue", `/${locale}/moderate/bulk/${id}`);
  if (!entryIdSchema.safeParse(id).success) return notFound();
  const bulk = (await readBulk(actor.id, id)) ?? notFound();
  const part = askedPart(bulk, asked);
  const found = await readBulkItems(id, part?.part ?? null, readQueueFilter(asked).page);
  const rows = await readInOrder(found.items.map(({ entryId }) => entryId));
  // What was decided is not computed again: its own claim is on record by now.
  const left = found.items.filter(({ outcome }) => outcome === null).map(({ entryId }) => entryId);
  const publishing = left.length === 0 ? [] : await readPublishingTogether(id, left);
  return { ...found, actor, bulk, rows, publishing, part: part?.key ?? null, now: Date.now() };
}
