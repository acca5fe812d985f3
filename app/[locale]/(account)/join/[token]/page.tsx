import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { JoinForm } from "@/components/accounts/join-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadJoin } from "@/lib/features/accounts/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts.join" });
  // The address is a secret until it is used: no other page may hear of it.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function JoinPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const invitation = await loadJoin(locale, token);
  const t = await getTranslations("accounts");
  if (invitation === null) {
    return (
      <>
        <PageHeading title={t("join.title")} />
        <Notice tone="problem">{t("join.gone")}</Notice>
        <p>
          <a href={`/${locale}/sign-in`}>{t("signIn.title")}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeading title={t("join.title")}>
        {t("join.lead", { role: t(`roles.${invitation.role}`), until: invitation.until })}
      </PageHeading>
      <Notice tone="note" title={t("join.warningTitle")}>
        <p>{t("join.warningHandle")}</p>
        <p className="mt-2">{t("join.warningPassphrase")}</p>
        <p className="mt-2">
          <a href={`/${locale}/safety`}>{t("join.safety")}</a>
        </p>
      </Notice>
      <JoinForm token={token} suggestion={invitation.suggestion} />
    </>
  );
}
