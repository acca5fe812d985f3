import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RestoreForm } from "@/components/accounts/restore-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadRestoration } from "@/lib/features/accounts/loaders/restoration";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "security.restore" });
  // The address is a secret until it is used: no other page may hear of it.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function RestorePage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const found = await loadRestoration(token);
  const t = await getTranslations("security.restore");
  const signIn = await getTranslations("accounts.signIn");
  return found ? (
    <>
      <PageHeading title={t("title")}>{t("lead", { handle: found.handle })}</PageHeading>
      <RestoreForm token={token} {...found} />
    </>
  ) : (
    <>
      <PageHeading title={t("title")} />
      <Notice tone="problem">{t("gone")}</Notice>
      <p>
        <a href={`/${locale}/sign-in`}>{signIn("title")}</a>
      </p>
    </>
  );
}
