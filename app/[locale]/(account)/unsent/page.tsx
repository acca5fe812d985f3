import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { UnsentNotice } from "@/components/forms/unsent-notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadUnsentForm } from "@/lib/features/forms/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "site.unsent" });
  return { title: t("title"), robots: { index: false } };
}

/** Sent in the place of the answer to a form, at the form's own address. It asks nobody: the database may be away. */
export default async function UnsentPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const form = loadUnsentForm(locale);
  const t = await getTranslations("site.unsent");
  return (
    <>
      <PageHeading title={t(form.outcome === "saved" ? "savedTitle" : "title")} />
      <UnsentNotice form={form} />
    </>
  );
}
