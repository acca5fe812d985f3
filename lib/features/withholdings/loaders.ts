import { notFound } from "next/navigation";
import { z } from "zod";
import { requireRole } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readNotes, readOpenWithholdings, readRecordForModerators } from "./data";
import { recordIdSchema } from "./schema";
import type { NoteRow, RecordForModerators, WithholdingRow } from "./view";

export async function loadOpenWithholdings(locale: Locale): Promise<WithholdingRow[]> {
  await requireRole(locale, "withhold_record", `/${locale}/moderate/records`);
  return readOpenWithholdings();
}

export async function loadRecordForModerators(locale: Locale, id: string): Promise<RecordForModerators> {
  const actor = await requireRole(locale, "withhold_record", `/${locale}/moderate/records/${encodeURIComponent(id)}`);
  if (!recordIdSchema.safeParse(id).success) return notFound();
  return (await readRecordForModerators(actor, id)) ?? notFound();
}

/** For the page of an entry, whose loader has asked who is reading. */
export async function loadEntryNotes(locale: Locale, entryId: string): Promise<NoteRow[]> {
  await requireRole(locale, "write_moderator_note", `/${locale}/moderate/${entryId}`);
  return z.uuid().safeParse(entryId).success ? readNotes({ entryId }) : [];
}
