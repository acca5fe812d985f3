import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OwnEntryList } from "@/components/contribute/own-entry-list";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { WaitingInOutbox } from "@/components/outbox/waiting-in-outbox";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLinks } from "@/components/ui/page-links";
import { loadOwnEntries } from "@/lib/features/entries/loaders";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { ownEntryView } from "@/lib/features/entries/view/own-entries";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "entries.contribute" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ContributePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { page: asked } = await searchParams;
  const loaded = await loadOwnEntries(locale, typeof asked === "string" ? asked : undefined);
  const { rows, canPropose, canModerate, page, pages, unseen } = loaded;
  const records = await loadPublicRecord();
  const isSeen = ({ id }: { id: string }) => Number(!unseen.includes(id));
  const listed = rows.toSorted((one, other) => isSeen(one) - isSeen(other));
  const t = await getTranslations("entries.contribute");
  const start = await getTranslations("contribute.start");
  const own = await getTranslations("queue.own");
  const to = (wanted: number, label: string) => ({ href: `/${locale}/contribute?page=${wanted}`, label });
  const files = await getTranslations("imports");
  const outbox = await getTranslations("outbox");
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <WaitingInOutbox />
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <p className="mb-6 flex flex-wrap gap-x-6">
        {canPropose ? (
          <a href={`/${locale}/contribute/new`} className="inline-block py-2 font-semibold">
            {start("link")}
          </a>
        ) : null}
        {canPropose ? (
          <a href={`/${locale}/contribute/import`} className="inline-block py-2 font-semibold">
            {files("link")}
          </a>
        ) : null}
        {canPropose ? (
          <a href={`/${locale}/contribute/outbox`} className="inline-block py-2">
            {outbox("title")}
          </a>
        ) : null}
        {canModerate ? (
          <a href={`/${locale}/moderate`} className="inline-block py-2">
            {t("moderate")}
          </a>
        ) : null}
      </p>
      {canPropose ? null : <p className="mb-6 max-w-prose">{t("runs")}</p>}
      {unseen.length > 0 ? (
        <Notice tone="note">
          <UnseenFirst locale={locale} unseen={unseen} />
        </Notice>
      ) : null}
      <OwnEntryList entries={listed.map((row) => ownEntryView(row, records))} unseen={unseen} />
      <PageLinks
        label={own("pages")}
        here={own("page", { page, pages })}
        previous={page > 1 ? to(page - 1, own("newer")) : null}
        next={page < pages ? to(page + 1, own("older")) : null}
      />
    </>
  );
}

/** How many have something new, and the way to the first of them, which may stand on another page of the list. */
async function UnseenFirst({ locale, unseen }: { locale: Locale; unseen: readonly string[] }) {
  const own = await getTranslations("queue.own");
  return (
    <p>
      {own("unseenLead", { count: unseen.length })}{" "}
      <a href={`/${locale}/contribute/${unseen[0]}`}>{own("unseenOpen")}</a>
    </p>
  );
}
