import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { env } from "@/lib/env";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { type RecordView, recordView } from "./view";
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

/** One record of a reading with its history; null when it was not recorded by then. */
export async function loadRecordView(record: WaveRecord, locale: string, id: string): Promise<RecordView | null> {
  const words = await loadRecordsWords(locale);
  return recordView([record], { id, publicUrl: env().publicUrl }, words);
}
