import { notFound } from "next/navigation";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { type Messages, readMessages } from "@/lib/shared/i18n/messages";

export type TextPageProps = { params: Promise<{ locale: string }> };

/** The long texts in the language of the address. They are read whole, never through the formatter of messages. */
export async function loadTexts({ params }: TextPageProps): Promise<Messages["texts"] & { locale: Locale }> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return { ...(await readMessages(locale)).texts, locale };
}
