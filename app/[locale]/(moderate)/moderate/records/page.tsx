import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { OpenWithholdings } from "@/components/withholding/open-withholdings";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { loadOpenWithholdings } from "@/lib/features/withholdings/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "review.records" });
  return { title: t("title"), robots: { index: false } };
}

export default async function RecordsForModeratorsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { id } = await searchParams;
  setRequestLocale(locale);
  const open = await loadOpenWithholdings(locale);
  if (typeof id === "string" && id.trim() !== "")
    redirect(`/${locale}/moderate/records/${encodeURIComponent(id.trim().toUpperCase())}`);
  const t = await getTranslations("review.records");
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <form action={`/${locale}/moderate/records`} className="mb-8 max-w-prose">
        <TextField id="id" name="id" label={t("find")} hint={t("findHint")} autoComplete="off" />
        <Button type="submit" tone="plain">
          {t("open")}
        </Button>
      </form>
      <OpenWithholdings open={open} />
    </>
  );
}
