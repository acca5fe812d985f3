import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotFoundText } from "@/components/layout/not-found-text";
import { isLocale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "site.notFound" });
  return { title: t("title"), robots: { index: false } };
}

/** Sent, with 404, for every address without a page: what Next makes of `notFound()` is empty without scripts. */
export default async function MissingPage({ params }: Props) {
  const { locale } = await params;
  return isLocale(locale) ? <NotFoundText locale={locale} /> : notFound();
}
