import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { env } from "@/lib/env";
import { published } from "@/lib/server/published";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { type RevisionRow, readRevisions } from "./data";
import { type RecordView, recordView, revisionInForce } from "./view";
import type { RecordsWords } from "./view/context";

/** The texts the record, workforce and search pages format with. */
export const loadRecordsWords = cache(async (locale: string): Promise<RecordsWords> => {
  if (!isLocale(locale)) notFound();
  return recordsWords(locale);
});

async function recordsWords(locale: Locale): Promise<RecordsWords> {
  const messages = await readMessages(locale);
  const translator = { locale, messages, timeZone: "UTC" } as const;
  const record = createTranslator({ ...translator, namespace: "record" });
  return {
    locale,
    record: (key, values) => record(key, values),
    action: createTranslator({ ...translator, namespace: "pages.action" }),
    moment: createTranslator({ ...translator, namespace: "site.moment" }),
    quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
  };
}

/** One record of any wave with its history; a page that does not exist when there is none. */
export async function loadRecordView(records: readonly WaveRecord[], locale: string, id: string): Promise<RecordView> {
  const words = await loadRecordsWords(locale);
  const revisions = await loadRevisions(records, id);
  return recordView(records, { id, revisions, publicUrl: env().publicUrl }, words) ?? notFound();
}

/**
 * The history of a record as of the revision in force: read once per revision. A first revision is the whole history
 * and needs no reading. Null while the database is away and it was never read.
 */
async function loadRevisions(records: readonly WaveRecord[], id: string): Promise<readonly RevisionRow[] | null> {
  const inForce = revisionInForce(records, id);
  if (inForce === null) return null;
  if (inForce.number === 1) return [inForce];
  const readVersion = async () => inForce.number;
  try {
    return await published(`revisions ${id}`, { readVersion, read: () => readRevisions(id) });
  } catch {
    return null;
  }
}
