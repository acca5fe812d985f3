import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuthenticatorForm } from "@/components/accounts/authenticator-form";
import { PasskeySection } from "@/components/accounts/passkey-section";
import { QrCode } from "@/components/accounts/qr-code";
import { RecoveryCodesForm } from "@/components/accounts/recovery-codes";
import { RemoveSecondFactorForm } from "@/components/accounts/remove-second-factor-form";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadSecondFactor } from "@/lib/features/accounts/loaders/second-factor";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "security.setUp" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SecondFactorPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next, welcome } = await searchParams;
  setRequestLocale(locale);
  const page = await loadSecondFactor(locale, typeof next === "string" ? next : undefined);
  const t = await getTranslations("security.setUp");
  const accounts = await getTranslations("accounts.account");
  const { secured } = page.actor;
  return (
    <>
      <PageHeading kicker={accounts("title")} title={t("title")}>
        {t("lead")}
      </PageHeading>
      {welcome === "1" ? <Notice tone="done">{accounts("welcome")}</Notice> : null}
      {page.isRequired && !secured ? <Notice tone="note">{t("required")}</Notice> : null}
      <section aria-labelledby="app">
        <h2 id="app" className="mb-2 text-2xl">
          {t("app")}
        </h2>
        {page.hasAuthenticator ? <p className="mb-4 max-w-prose text-ink-2">{t("appIsSet")}</p> : null}
        <AuthenticatorForm
          secret={page.setUp.secret}
          next={page.next}
          isReplacing={page.hasAuthenticator}
          isFirst={!secured}
        >
          <QrCode text={page.setUp.uri} label={t("qr")} />
        </AuthenticatorForm>
      </section>
      <PasskeySection passkeys={page.passkeys} site={page.site} isFirst={!secured} />
      {secured ? (
        <section aria-labelledby="recovery" className="mt-12">
          <h2 id="recovery" className="mb-2 text-2xl">
            {t("recovery")}
          </h2>
          <RecoveryCodesForm left={page.recoveryCodesLeft} />
        </section>
      ) : null}
      {secured && !page.isRequired ? <RemoveSecondFactorForm /> : null}
      <div className="mt-12 flex flex-wrap items-center gap-6">
        <a href={`/${locale}/account`} className="inline-block py-2">
          {accounts("title")}
        </a>
        <SignOutButton />
      </div>
    </>
  );
}
