import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { cache } from "react";
import { can } from "@/lib/domain/can";
import { requireActor, requireRole, type SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";
import { type OwnEntriesPage, readModeratedEntry, readOthersWaiting, readOwnEntries, readOwnEntry } from "./data";
import { markRead, noteLook } from "./data/mark-seen";
import { readNeighbours } from "./data/neighbours";
import { readNews, readOwnNews } from "./data/news";
import { readProposalsAbout } from "./data/proposals-about";
import { readHold, readMessages } from "./data/thread";
import { readWaitingAround } from "./data/waiting-beside";
import { type DecidedEntry, readDecided } from "./loaders/queue";
import { entryIdSchema } from "./schema";
import { readQueueFilter, selectionOf } from "./schema/queue-filter";
import { isWaiting } from "./view/queue";
import type {
  EntryRow,
  HoldRow,
  MessageRow,
  ModeratedEntryRow,
  Neighbours,
  OwnEntryRow,
  RecordProposal,
  WaitingEntry,
} from "./view/rows";
import { type HoldView, holdView, type Thread, threadView } from "./view/thread";
import type { WaitingRow } from "./view/waiting-alike";

/** What was asked for in the address of a form, by its names. */
type Asked = Readonly<Record<string, string | undefined>>;

/** A key made with the form of a new record, so that sending it twice makes one entry. Whoever signs in first comes back to it. */
export async function loadNewRecord(locale: Locale, asked: Asked): Promise<{ submissionKey: string }> {
  const query = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  await requireRole(locale, "save_entry", `/${locale}/contribute/new?${new URLSearchParams(query)}`);
  return { submissionKey: randomUUID() };
}

/** As `loadNewRecord`, for the correction or retraction of one record, with whether another one of it waits. */
export async function loadNewCorrection(
  locale: Locale,
  kind: "correction" | "retraction",
  recordId: string,
): Promise<{ submissionKey: string; othersWait: boolean }> {
  const query = `kind=${kind}&record=${encodeURIComponent(recordId)}`;
  await requireRole(locale, "save_entry", `/${locale}/contribute/new?${query}`);
  const others = recordId === "" ? [] : await readOthersWaiting(recordId, null);
  return { submissionKey: randomUUID(), othersWait: others.length > 0 };
}

export type OwnEntries = OwnEntriesPage & {
  /** Ids of own entries with something unseen. */
  unseen: string[];
  canPropose: boolean;
  canModerate: boolean;
};

export async function loadOwnEntries(locale: Locale, page?: string): Promise<OwnEntries> {
  const actor = await requireActor(locale, `/${locale}/contribute`);
  const wanted = Math.max(1, Number.parseInt(page ?? "1", 10) || 1);
  return {
    ...(await readOwnEntries(actor.id, wanted)),
    unseen: await readOwnNews(actor.id),
    canPropose: can(actor, "save_entry").allowed,
    canModerate: can(actor, "see_queue").allowed,
  };
}

/** An entry with what was said about it, and whether anything else waits about the record it would change: that there is one, and no more. With a key for another entry like it. */
export type OwnEntryPage = { row: OwnEntryRow; othersWait: boolean; thread: Thread; submissionKey: string };

/** One's own entry only: for everybody else the page does not exist. Once for a page and its head. */
export const loadOwnRow = cache(async (locale: Locale, id: string) => {
  const actor = await requireActor(locale, `/${locale}/contribute/${id}`);
  if (!entryIdSchema.safeParse(id).success) return notFound();
  const seen = await readNews(actor.id, id);
  return { actor, seen, row: (await readOwnEntry(actor.id, id)) ?? notFound() };
});

export async function loadOwnEntry(locale: Locale, id: string): Promise<OwnEntryPage> {
  const { actor, seen, row } = await loadOwnRow(locale, id);
  const messages = await readMessages(id);
  await markRead(actor.id, id, seen);
  const mayWrite = can(actor, "write_about_own_entry", { authorId: row.authorId }).allowed;
  const reader = { id: actor.id, mayWrite, messageKey: randomUUID() };
  const thread = threadView({ entry: row, messages, decisions: row.decisions }, reader);
  return { row, othersWait: (await othersOf(row)).length > 0, thread, submissionKey: randomUUID() };
}

async function othersOf({ id, kind, recordId }: EntryRow): Promise<WaitingEntry[]> {
  return kind === "new_record" || recordId === null ? [] : readOthersWaiting(recordId, id);
}

export type ModeratedPage = {
  actor: SignedInActor;
  row: ModeratedEntryRow;
  neighbours: Neighbours;
  /** The selection of the queue it was opened from, as the query of an address; empty where there is none. */
  selection: string;
  /** What else waits about the same record. */
  others: WaitingEntry[];
  /** New records of its kind that wait, to find those that may say the same. */
  waiting: WaitingRow[];
  thread: Thread;
  hold: HoldView;
  decided: DecidedEntry | null;
  /** The version this moderator had seen before the one at hand; null where they had seen none, or none other. */
  seenBefore: number | null;
  /** Other proposals about the record it would change, or became. */
  proposals: RecordProposal[];
};

/** Any entry that was ever submitted, for whoever may review it. Once for a page and its head. */
export const loadModeratedRow = cache(async (locale: Locale, id: string, selection: string) => {
  const actor = await requireRole(locale, "read_entry", `/${locale}/moderate/${id}${selection}`);
  if (!entryIdSchema.safeParse(id).success) return notFound();
  const seen = await readNews(actor.id, id);
  return { actor, seen, row: (await readModeratedEntry(id)) ?? notFound() };
});

export async function loadModeratedEntry(locale: Locale, id: string, asked: SearchParams): Promise<ModeratedPage> {
  const { filter } = readQueueFilter(asked);
  const selection = selectionOf(asked);
  const { actor, seen, row } = await loadModeratedRow(locale, id, selection);
  const messages = await readMessages(id);
  await markRead(actor.id, id, seen);
  return {
    ...{ actor, row, selection, others: await othersOf(row), decided: await readDecided(actor.id, asked.decided) },
    neighbours: await readNeighbours(actor.id, id, filter),
    waiting: await readWaitingAround(id),
    thread: threadFor(actor, row, messages),
    hold: holdFor(actor, row, await readHold(id)),
    seenBefore: await noteLook(actor.id, id, row.version),
    proposals: row.recordId === null ? [] : await readProposalsAbout(row.recordId, id),
  };
}

function threadFor(actor: SignedInActor, row: ModeratedEntryRow, messages: MessageRow[]): Thread {
  const mayWrite = !row.isAuthorGone && can(actor, "write_to_author", { authorId: row.authorId }).allowed;
  // The decisions stand on the page already, signed.
  const reader = { id: actor.id, mayWrite, messageKey: randomUUID(), mayErase: can(actor, "erase_message").allowed };
  return threadView({ entry: row, messages, decisions: [] }, reader);
}

function holdFor(actor: SignedInActor, row: ModeratedEntryRow, hold: HoldRow | null): HoldView {
  const canHold = isWaiting(row) && can(actor, "hold_entry", { authorId: row.authorId }).allowed;
  return holdView({ entryId: row.id, hold, canHold }, actor.id, Date.now());
}
