import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InvitationTree } from "@/components/accounts/invitation-tree";
import { UnusedInvitations } from "@/components/accounts/unused-invitations";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { loadInvitationTree } from "@/lib/features/accounts/loaders/invitation-tree";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "security.tree" });
  return { title: t("title"), robots: { index: false } };
}

export default async function InvitationTreePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { roots, count, unused } = await loadInvitationTree(locale);
  const t = await getTranslations("security.tree");
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("title")}>
        {t("lead")} {t("count", { count })}
      </PageHeading>
      <InvitationTree nodes={roots} />
      <div className="mt-8">
        <UnusedInvitations invitations={unused} />
      </div>
    </>
  );
}
