import { notFound } from "next/navigation";
import { isLocale, LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { type Messages, readMessages } from "@/lib/shared/i18n/messages";
import { tableMetadata } from "./view/table-metadata";

/** The texts of the dictionary in the language of an address. They are read whole, never through the formatter of messages. */
export async function loadDictionary(locale: string): Promise<Messages["dictionary"]> {
  if (!isLocale(locale)) notFound();
  return (await readMessages(locale)).dictionary;
}

/** The dictionary of a wave's files for machines, in every language. */
export async function loadTableMetadata(wave: string): Promise<ReturnType<typeof tableMetadata>> {
  const read = LOCALES.map(async (locale) => [locale, await loadDictionary(locale)] as const);
  return tableMetadata(wave, Object.fromEntries(await Promise.all(read)) as Record<Locale, Messages["dictionary"]>);
}
