import { notFound } from "next/navigation";
import { currentActor, requireActor, requireRole, type SignedInActor } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readModeratedEntry, readOwnEntries, readOwnEntry, readQueue } from "./data";
import { readAuditPage } from "./data/audit-log";
import { entryIdSchema } from "./schema";
import type { AuditPage, ModeratedEntryRow, OwnEntryRow } from "./view/rows";

export async function loadContributor(locale: Locale, path: string): Promise<SignedInActor> {
  return requireRole(locale, "save_entry", `/${locale}${path}`);
}

export async function loadOwnEntries(locale: Locale): Promise<OwnEntryRow[]> {
  const actor = await requireActor(locale, `/${locale}/contribute`);
  return readOwnEntries(actor.id);
}

/** One's own entry only: for everybody else the page does not exist. */
export async function loadOwnEntry(locale: Locale, id: string): Promise<OwnEntryRow> {
  const actor = await requireActor(locale, `/${locale}/contribute/${id}`);
  if (!entryIdSchema.safeParse(id).success) return notFound();
  return (await readOwnEntry(actor.id, id)) ?? notFound();
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
  decided: DecidedEntry | null;
};

export async function loadModeratedEntry(locale: Locale, id: string, decided?: string): Promise<ModeratedPage> {
  const actor = await requireRole(locale, "read_entry", `/${locale}/moderate/${id}`);
  if (!entryIdSchema.safeParse(id).success) return notFound();
  const row = (await readModeratedEntry(id)) ?? notFound();
  return { actor, row, queue: await readQueue(), decided: await readDecided(decided) };
}

/** The entry decided a moment ago, to say what became of it. */
async function readDecided(id: string | undefined): Promise<DecidedEntry | null> {
  if (!entryIdSchema.safeParse(id).success || id === undefined) return null;
  const row = await readModeratedEntry(id);
  return row && { id: row.id, state: row.state, recordId: row.recordId };
}

export async function loadAuditLog(locale: Locale, page: string | undefined): Promise<AuditPage> {
  await requireRole(locale, "read_audit_log", `/${locale}/moderate/log`);
  return readAuditPage(Number.parseInt(page ?? "1", 10) || 1);
}

/** Whether the page's own links to moderating make sense for who is here. */
export async function loadRole(): Promise<SignedInActor["role"] | null> {
  return (await currentActor())?.role ?? null;
}
