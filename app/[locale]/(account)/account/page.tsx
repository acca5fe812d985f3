import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChangePassphraseForm } from "@/components/accounts/change-passphrase-form";
import { DeleteAccountForm } from "@/components/accounts/delete-account-form";
import { SessionList } from "@/components/accounts/session-list";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { StaysOnDevice } from "@/components/outbox/stays-on-device";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadAccount } from "@/lib/features/accounts/loaders";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts.account" });
  return { title: t("title"), robots: { index: false } };
}

type Places = Awaited<ReturnType<typeof loadAccount>>["places"];

/** What this role came for, by the places open to it: deciding before logging, inviting where people are looked after. */
function nextSteps(places: Places, locale: Locale) {
  const hrefOf = (wanted: Places[number]["place"]) => places.find(({ place }) => place === wanted)?.href;
  const isAdmin = hrefOf("admin") !== undefined;
  const steps = [
    ["invitePeople", isAdmin ? hrefOf("invitations") : undefined],
    ["openQueue", isAdmin ? undefined : hrefOf("moderate")],
    ["logFigure", isAdmin || !hrefOf("contribute") ? undefined : `/${locale}/contribute/new?kind=figure`],
  ] as const;
  return steps.flatMap(([step, href]) => (href === undefined ? [] : [[step, href] as const]));
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { welcome, refused } = await searchParams;
  setRequestLocale(locale);
  const { actor, sessions, places, suggestion, mustSetUp } = await loadAccount(locale);
  const t = await getTranslations("accounts");
  const remove = await getTranslations("security.remove");
  const security = await getTranslations("security.setUp");
  const steps = nextSteps(places, locale);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading kicker={t("account.title")} title={actor.handle}>
        {t("account.roleLine", { role: t(`roles.${actor.role}`) })}
      </PageHeading>
      {welcome === "1" ? <Notice tone="done">{t("account.welcome")}</Notice> : null}
      {refused === "role" ? <Notice tone="problem">{t("account.otherRole")}</Notice> : null}
      {mustSetUp ? (
        <Notice tone="problem">
          <p>{security("required")}</p>
          <p className="mt-2">
            <a href={`/${locale}/account/second-step`} className="font-semibold">
              {security("submit")}
            </a>
          </p>
        </Notice>
      ) : null}
      {steps.length > 0 ? (
        <section aria-labelledby="next-steps" className="mb-6">
          <h2 id="next-steps" className="mb-2 text-2xl">
            {t("account.nextSteps")}
          </h2>
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {steps.map(([step, href]) => (
              <li key={step}>
                <a href={href} className="inline-block py-2 font-semibold">
                  {t(`account.${step}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <nav aria-label={t("account.places")}>
        <ul className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
          {places.map(({ place, href }) => (
            <li key={place}>
              <a href={href} className="inline-block py-2">
                {t(`places.${place}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <SignOutButton />
      <section className="mt-12">
        <h2 className="mb-2 text-2xl">{security("title")}</h2>
        <p className="mb-2 max-w-prose text-ink-2">{security("accountLead")}</p>
        <a href={`/${locale}/account/second-step`} className="inline-block py-2">
          {security("manage")}
        </a>
      </section>
      <section className="mt-12">
        <h2 className="mb-2 text-2xl">{t("sessions.title")}</h2>
        <p className="mb-4 max-w-prose text-ink-2">{t("sessions.lead")}</p>
        <SessionList sessions={sessions} />
      </section>
      <section className="mt-12">
        <h2 className="mb-2 text-2xl">{t("account.changePassphrase")}</h2>
        <p className="mb-4 max-w-prose text-ink-2">{t("account.changeLead")}</p>
        <ChangePassphraseForm handle={actor.handle} suggestion={suggestion} />
      </section>
      <section className="mt-12">
        <h2 className="mb-2 text-2xl">{remove("title")}</h2>
        <p className="mb-2 max-w-prose text-ink-2">{remove("lead")}</p>
        <p className="mb-2 max-w-prose text-ink-2">{remove("entries")}</p>
        <p className="mb-4 max-w-prose text-ink-2">
          <StaysOnDevice />
        </p>
        <DeleteAccountForm />
      </section>
    </>
  );
}
