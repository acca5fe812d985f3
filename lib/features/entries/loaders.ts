import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { can } from "@/lib/domain/can";
import { requireActor, requireRole, type SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readModeratedEntry, readOthersWaiting, readOwnEntries, readOwnEntry, readQueue } from "./data";
import { entryIdSchema } from "./schema";
import type { EntryRow, ModeratedEntryRow, OwnEntryRow, WaitingEntry } from "./view/rows";

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

export async function loadOwnEntries(
  locale: Locale,
): Promise<{ rows: OwnEntryRow[]; canPropose: boolean; canModerate: boolean }> {
  const actor = await requireActor(locale, `/${locale}/contribute`);
  return {
    rows: await readOwnEntries(actor.id),
    canPropose: can(actor, "save_entry").allowed,
    canModerate: can(actor, "see_queue").allowed,
  };
}

/** An entry and whether anything else waits about the record it would change: that there is one, and no more. */
export type OwnEntryPage = { row: OwnEntryRow; othersWait: boolean };

/** One's own entry only: for everybody else the page does not exist. */
export async function loadOwnEntry(locale: Locale, id: string): Promise<OwnEntryPage> {
  const actor = await requireActor(locale, `/${locale}/contribute/${id}`);
  if (!entryIdSchema.safeParse(id).success) return notFound();
  const row = (await readOwnEntry(actor.id, id)) ?? notFound();
  return { row, othersWait: (await othersOf(row)).length > 0 };
}

async function othersOf({ id, kind, recordId }: EntryRow): Promise<WaitingEntry[]> {
  return kind === "new_record" || recordId === null ? [] : readOthersWaiting(recordId, id);
}

export type QueuePage = { actor: SignedInActor; rows: ModeratedEntryRow[]; now: number; decided: DecidedEntry | null };
export type DecidedEntry = Pick<ModeratedEntryRow, "id" | "state" | "recordId">;

export async function loadQueue(locale: Locale, decided?: string): Promise<QueuePage> {
  const actor = await requireRole(locale, "see_queue", `/${locale}/moderate`);
  return { actor, rows: await readQueue(), now: Date.now(), decided: await readDecided(decided) };
}

export type ModeratedPage = {
  actor: SignedInActor;
  row: ModeratedEntryRow;
  queue: ModeratedEntryRow[];
  /** What else waits about the same record. */
  others: WaitingEntry[];
  decided: DecidedEntry | null;
};

export async function loadModeratedEntry(locale: Locale, id: string, decided?: string): Promise<ModeratedPage> {
  const actor = await requireRole(locale, "read_entry", `/${locale}/moderate/${id}`);
  if (!entryIdSchema.safeParse(id).success) return notFound();
  const row = (await readModeratedEntry(id)) ?? notFound();
  return { actor, row, queue: await readQueue(), others: await othersOf(row), decided: await readDecided(decided) };
}

/** The entry decided a moment ago, to say what became of it. */
async function readDecided(id: string | undefined): Promise<DecidedEntry | null> {
  if (!entryIdSchema.safeParse(id).success || id === undefined) return null;
  const row = await readModeratedEntry(id);
  return row && { id: row.id, state: row.state, recordId: row.recordId };
}
