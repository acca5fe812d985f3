import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HereLink } from "@/components/ui/here-link";
import { PageHeading } from "@/components/ui/page-heading";
import { isLocale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await loadWords(params);
  return { title: t("title"), robots: { index: false } };
}

/** Sent in the place of a page that is not finished yet; the answer it comes with has the browser ask again. */
export default async function ComingPage({ params }: Props) {
  const t = await loadWords(params);
  return (
    <>
      <PageHeading title={t("title")}>
        <p>{t("why")}</p>
      </PageHeading>
      <p className="mt-6">
        <HereLink className="font-semibold">{t("again")}</HereLink>
      </p>
    </>
  );
}

async function loadWords(params: Props["params"]) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return getTranslations({ locale, namespace: "site.coming" });
}
