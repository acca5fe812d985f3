import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InvitationsPage } from "@/components/accounts/invitations-page";
import { AdminBar } from "@/components/layout/admin-bar";
import { loadInvitations } from "@/lib/features/accounts/loaders";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts.invitations" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AllInvitationsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const invitations = await loadInvitations(locale, "/admin/invitations");
  return (
    <>
      <AdminBar news={await loadSignedInNews()} />
      <InvitationsPage {...invitations} />
    </>
  );
}
