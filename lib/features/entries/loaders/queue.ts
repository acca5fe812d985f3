import { requireRole, type SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";
import { readModeratedEntry } from "../data";
import { readUnfinishedBulks } from "../data/bulk";
import { readNeighbours } from "../data/neighbours";
import { readNewsOfOthers } from "../data/news";
import { type QueueChoices, type QueuePageRows, readInOrder, readQueueChoices, readQueuePage } from "../data/queue";
import { readWaitingBeside } from "../data/waiting-beside";
import { entryIdSchema } from "../schema";
import { type QueueFilter, queryOfQueue, readQueueFilter } from "../schema/queue-filter";
import { isWaiting } from "../view/queue";
import type { ModeratedEntryRow, QueueEntryRow } from "../view/rows";
import type { WaitingRow } from "../view/waiting-alike";

export type DecidedEntry = Pick<ModeratedEntryRow, "id" | "state" | "recordId">;

export type QueuePage = QueuePageRows & {
  actor: SignedInActor;
  filter: QueueFilter;
  choices: QueueChoices;
  /** What waits about the same as what waits among them, to mark those that may say the same. */
  waiting: WaitingRow[];
  /** Entries of others whose authors answered this moderator. */
  answered: QueueEntryRow[];
  /** Own decisions about many entries that are begun and not finished. */
  unfinished: string[];
  now: number;
  decided: DecidedEntry | null;
  /** After a decision: nothing else in the selection is left for this moderator. */
  isThrough: boolean;
};

export async function loadQueue(locale: Locale, asked: SearchParams): Promise<QueuePage> {
  const { filter, page } = readQueueFilter(asked);
  const actor = await requireRole(locale, "see_queue", `/${locale}/moderate${queryOfQueue(filter, page)}`);
  const [found, choices, answered, unfinished] = await Promise.all([
    readQueuePage(filter, page),
    readQueueChoices(),
    readNewsOfOthers(actor.id).then(readInOrder),
    readUnfinishedBulks(actor.id),
  ]);
  const decided = await readDecided(actor.id, asked.decided);
  const isThrough = decided !== null && (await readNeighbours(actor.id, decided.id, filter)).first === null;
  const waiting = await readWaitingBeside([...found.rows, ...answered].filter(isWaiting).map(({ id }) => id));
  return { ...found, waiting, actor, filter, choices, answered, unfinished, now: Date.now(), decided, isThrough };
}

/** Entries named elsewhere, as the queue lists them; what was never sent is its author's alone. */
export async function loadNamedEntries(
  locale: Locale,
  ids: readonly string[],
): Promise<{ rows: QueueEntryRow[]; actor: SignedInActor; now: number }> {
  const actor = await requireRole(locale, "read_entry", `/${locale}/moderate`);
  const rows = await readInOrder([...new Set(ids)]);
  return { rows: rows.filter(({ submittedAt }) => submittedAt !== null), actor, now: Date.now() };
}

/** The entry that this moderator decided a moment ago, to say what became of it; null where they decided nothing of it. */
export async function readDecided(moderatorId: string, asked: SearchParams[string]): Promise<DecidedEntry | null> {
  const { data: id } = entryIdSchema.safeParse(asked);
  if (id === undefined) return null;
  const row = await readModeratedEntry(id);
  if (!row?.decisions.some((decision) => decision.moderatorId === moderatorId)) return null;
  return { id: row.id, state: row.state, recordId: row.recordId };
}
