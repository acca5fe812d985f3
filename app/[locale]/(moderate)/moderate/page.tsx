import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { BulkForm } from "@/components/moderate/bulk-form";
import { offeredReasons } from "@/components/moderate/decide-offers";
import { DecidedNotice } from "@/components/moderate/decided-notice";
import { QueueFilter } from "@/components/moderate/queue-filter";
import { QueueTable } from "@/components/moderate/queue-table";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLinks } from "@/components/ui/page-links";
import { type QueuePage as Loaded, loadQueue } from "@/lib/features/entries/loaders/queue";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { isWaitingState, queryOfQueue } from "@/lib/features/entries/schema/queue-filter";
import { bulkVerbsOf } from "@/lib/features/entries/view/bulk";
import { queueView } from "@/lib/features/entries/view/queue";
import { queueChoices } from "@/lib/features/entries/view/queue-choices";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "entries.queue" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const loaded = await loadQueue(locale, await searchParams);
  const records = await loadPublicRecord();
  const t = await getTranslations("entries.queue");
  const said = await getTranslations("queue");
  const ofRecords = await getTranslations("review.records");
  const viewer = { actorId: loaded.actor.id, now: loaded.now, waiting: loaded.waiting };
  const verbs = bulkVerbsOf(loaded.filter.state);
  const rows = queueView(loaded.rows, records, viewer);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("title")}>{said("list.lead")}</PageHeading>
      <DecidedNotice decided={loaded.decided} isThrough={loaded.isThrough} />
      {loaded.answered.length > 0 ? (
        <section aria-labelledby="answered" className="mb-8">
          <h2 id="answered" className="mb-2 text-2xl">
            {said("list.answered")}
          </h2>
          <QueueTable rows={queueView(loaded.answered, records, viewer)} caption={said("list.answeredLead")} empty="" />
        </section>
      ) : null}
      <QueueFilter
        path={`/${locale}/moderate`}
        filter={loaded.filter}
        {...queueChoices(loaded.choices, records, { locale, pasted: said("filter.pasted") })}
      />
      <QueueTable
        rows={rows}
        caption={await captionOf(loaded)}
        selection={queryOfQueue(loaded.filter)}
        empty={said(isAllDecided(loaded) ? "list.nothingWaits" : "list.none")}
      />
      <Pages locale={locale} loaded={loaded} />
      {loaded.unfinished.map((id) => (
        <Notice key={id} tone="note">
          {said("bulk.unfinished")} <a href={`/${locale}/moderate/bulk/${id}`}>{said("bulk.goOn")}</a>
        </Notice>
      ))}
      {loaded.total > 0 && verbs.length > 0 ? (
        <BulkForm
          total={loaded.total}
          query={queryOfQueue(loaded.filter)}
          verbs={verbs}
          templates={(await offeredReasons(locale)).filter(({ use }) => verbs.some((verb) => verb === use))}
        />
      ) : null}
      <p className="mt-6 flex flex-wrap gap-x-6">
        <a href={`/${locale}/moderate/log`}>{t("log")}</a>
        <a href={`/${locale}/moderate/records`}>{ofRecords("title")}</a>
      </p>
    </>
  );
}

/** Nothing waits at all, whatever was looked for among it. */
function isAllDecided({ choices, filter }: Loaded): boolean {
  return isWaitingState(filter) && choices.waves.length === 0;
}

/** How many match, and how long the longest waiting of them has waited. */
async function captionOf({ total, oldest, now, filter }: Loaded): Promise<string> {
  const t = await getTranslations("queue");
  const match = t("list.match", { count: total });
  if (oldest === null || !isWaitingState(filter)) return match;
  const hours = Math.max(0, Math.floor((now - oldest) / 3_600_000));
  return `${match} ${t("list.oldest", { age: t("age", { days: Math.floor(hours / 24), hours: hours % 24 }) })}`;
}

async function Pages({ locale, loaded: { filter, page, pages } }: { locale: Locale; loaded: Loaded }) {
  const t = await getTranslations("queue.list");
  const to = (wanted: number, label: string) => ({
    href: `/${locale}/moderate${queryOfQueue(filter, wanted)}`,
    label,
  });
  return (
    <PageLinks
      label={t("pages")}
      here={t("page", { page, pages })}
      previous={page > 1 ? to(page - 1, t("previous")) : null}
      next={page < pages ? to(page + 1, t("next")) : null}
    />
  );
}
