import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HereLink } from "@/components/ui/here-link";
import { PageHeading } from "@/components/ui/page-heading";
import { isLocale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: string }> };

/** Sent in the place of a page that cannot be made just now. It needs nothing but its words. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await loadWords(params);
  return { title: t("title"), robots: { index: false } };
}

export default async function UnavailablePage({ params }: Props) {
  const { locale } = await params;
  const t = await loadWords(params);
  return (
    <>
      <PageHeading title={t("title")}>
        <p>{t("why")}</p>
      </PageHeading>
      <p className="max-w-prose">{t("rest")}</p>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <HereLink className="font-semibold">{t("again")}</HereLink>
        <a href={`/${locale}`}>{t("home")}</a>
      </p>
    </>
  );
}

async function loadWords(params: Props["params"]) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return getTranslations({ locale, namespace: "site.unavailable" });
}
