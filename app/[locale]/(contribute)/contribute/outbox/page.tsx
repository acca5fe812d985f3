import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { saidOfKind } from "@/components/contribute/new-record";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { MissingForm } from "@/components/outbox/missing-form";
import { Outbox } from "@/components/outbox/outbox";
import { PageHeading } from "@/components/ui/page-heading";
import { loadOutbox } from "@/lib/features/entries/loaders/outbox";
import { NEW_RECORD_KINDS } from "@/lib/features/entries/schema/kinds";
import { formsToKeep } from "@/lib/features/entries/view/outbox-forms";
import { NOTHING_TOLD } from "@/lib/features/entries/view/signed-in";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "outbox" });
  return { title: t("title"), robots: { index: false } };
}

/** Open to whoever is signed out too: what is on a device can always be seen, saved and deleted. */
export default async function OutboxPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { account } = await loadOutbox();
  const t = await getTranslations("outbox");
  return (
    <>
      {/* Kept on the device as it is: what it says must not depend on who is signed in. */}
      <SignedInBar news={NOTHING_TOLD} />
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <MissingForm names={await namesOfForms()} />
      <Outbox account={account} forms={formsToKeep(await loadPublicRecord(), locale)} />
      <p>
        <a href={`/${locale}/contribute`}>{t("back")}</a>
      </p>
    </>
  );
}

/** What the pages of the forms are headed with, by kind. */
async function namesOfForms(): Promise<Record<string, string>> {
  const figure = (await getTranslations("entries.new"))("title");
  const names = await Promise.all(
    NEW_RECORD_KINDS.map(async (kind) => [kind, kind === "figure" ? figure : (await saidOfKind(kind)).title] as const),
  );
  return Object.fromEntries(names);
}
