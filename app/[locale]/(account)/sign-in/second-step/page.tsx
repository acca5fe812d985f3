import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OneButtonForm } from "@/components/accounts/one-button-form";
import { SecondStepForm } from "@/components/accounts/second-step-form";
import { PageHeading } from "@/components/ui/page-heading";
import { signOutAction } from "@/lib/features/accounts/actions/sign-in";
import { loadSecondStep } from "@/lib/features/accounts/loaders/second-factor";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "security.signIn" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SecondStepPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next } = await searchParams;
  setRequestLocale(locale);
  const t = await getTranslations("security.signIn");
  const page = await loadSecondStep(locale, typeof next === "string" ? next : undefined);
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <SecondStepForm {...page} />
      <p className="mb-4 max-w-prose text-sm text-ink-2">{t("lost")}</p>
      <OneButtonForm action={signOutAction} values={{ locale }} label={t("other")} />
    </>
  );
}
