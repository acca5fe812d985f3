import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PasskeySignIn } from "@/components/accounts/passkey-sign-in";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { StaysOnDevice } from "@/components/outbox/stays-on-device";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadSignIn } from "@/lib/features/accounts/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts.signIn" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next, out, deleted } = await searchParams;
  setRequestLocale(locale);
  const t = await getTranslations("accounts.signIn");
  const removed = await getTranslations("security.remove");
  const page = await loadSignIn(locale, typeof next === "string" ? next : undefined);
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      {out === "1" ? (
        <Notice tone="done">
          {t("signedOut")} <StaysOnDevice />
        </Notice>
      ) : null}
      {deleted === "1" ? (
        <Notice tone="done">
          {removed("done")} <StaysOnDevice />
        </Notice>
      ) : null}
      <SignInForm next={page.next} />
      {page.allowsPasskeys ? <PasskeySignIn next={page.next} /> : null}
      <p className="mt-8 max-w-prose text-sm text-ink-2">{t("noAccount")}</p>
      <p className="mt-2 max-w-prose text-sm text-ink-2">{t("forgotten")}</p>
    </>
  );
}
