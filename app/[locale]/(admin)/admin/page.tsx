import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PeopleList } from "@/components/accounts/people-list";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { loadPeople } from "@/lib/features/accounts/loaders";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts.people" });
  return { title: t("title"), robots: { index: false } };
}

export default async function PeoplePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { accounts, roles } = await loadPeople(locale);
  const t = await getTranslations("accounts");
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("people.title")}>{t("people.lead")}</PageHeading>
      <p className="mb-6 flex flex-wrap gap-x-6">
        <a href={`/${locale}/admin/invitations`}>{t("places.invitations")}</a>
        <a href={`/${locale}/admin/waves`}>{t("places.waves")}</a>
      </p>
      <PeopleList accounts={accounts} roles={roles} />
    </>
  );
}
