import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { BulkItems } from "@/components/moderate/bulk-items";
import { BulkReport } from "@/components/moderate/bulk-report";
import { BulkRunner } from "@/components/moderate/bulk-runner";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLinks } from "@/components/ui/page-links";
import { type BulkPage as Loaded, loadBulk } from "@/lib/features/entries/loaders/bulk";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { type BulkView, bulkView } from "@/lib/features/entries/view/bulk";
import { bulkTogether } from "@/lib/features/entries/view/bulk-together";
import { warningsOf } from "@/lib/features/entries/view/entry-warnings";
import { queueView } from "@/lib/features/entries/view/queue";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";

type Props = { params: Promise<{ locale: Locale; bulk: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, bulk: id } = await params;
  const t = await getTranslations({ locale, namespace: "queue.bulk" });
  const { verb, total } = bulkView((await loadBulk(locale, id, {})).bulk);
  return { title: t("title", { verb, count: total }), robots: { index: false } };
}

export default async function BulkPage({ params, searchParams }: Props) {
  const { locale, bulk: id } = await params;
  setRequestLocale(locale);
  const loaded = await loadBulk(locale, id, await searchParams);
  const records = await loadPublicRecord();
  const bulk = bulkView(loaded.bulk);
  const t = await getTranslations("queue.bulk");
  const rows = queueView(loaded.rows, records, { actorId: loaded.actor.id, now: loaded.now });
  const undecided = new Set(loaded.items.filter(({ outcome }) => outcome === null).map(({ entryId }) => entryId));
  const open = loaded.rows.filter(({ id: of }) => undecided.has(of));
  const together = bulkTogether(rows, loaded.publishing, records);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <p className="mb-4">
        <a href={`/${locale}/moderate`}>{t("back")}</a>
      </p>
      <BulkHeading bulk={bulk} locale={locale} />
      <BulkReport bulk={bulk} dependent={together.size} />
      <p className="mt-4 max-w-prose text-sm text-ink-2">{t("guarantee")}</p>
      {bulk.moderatorId === loaded.actor.id ? (
        <BulkRunner bulkId={bulk.id} state={bulk.state} left={bulk.leftCount} />
      ) : null}
      <div id="entries" className="mt-8">
        {loaded.part === null ? null : (
          <p className="mb-2">
            <a href={`/${locale}/moderate/bulk/${bulk.id}#entries`}>{t("all")}</a>
          </p>
        )}
        <BulkItems
          items={loaded.items}
          rows={rows}
          together={together}
          warnings={new Map(open.map(({ id: of, payload }) => [of, toldOf(warningsOf(payload, records))]))}
        />
        <Pages loaded={loaded} locale={locale} />
      </div>
    </>
  );
}

type Told = ReturnType<typeof warningsOf>;

/** Beside what the preview shows anyway, or leaves alone for. */
function toldOf(warnings: Told): Told {
  const known: readonly string[] = ["leads_to_person", "claims_there", "claims_near", "source_known"];
  return warnings.filter(({ code }) => !known.includes(code));
}

async function BulkHeading({ bulk, locale }: { bulk: BulkView; locale: Locale }) {
  const t = await getTranslations("queue.bulk");
  const desk = await getTranslations("moderate-desk.bulk");
  const words = await entryWords(locale);
  const { total, matched, createdAt, reason, filter, verb } = bulk;
  const chosen = { count: total, matched, at: words.at(createdAt) };
  return (
    <>
      <PageHeading title={t("title", { verb, count: total })}>
        {t(matched > total ? "chosenSome" : "chosen", chosen)} {desk("by", { handle: bulk.moderatorHandle })}
      </PageHeading>
      {reason ? (
        <p className="mb-4 max-w-prose whitespace-pre-line">
          {t("reasonGiven")}: {reason}
        </p>
      ) : null}
      <p className="mb-4">
        <a href={`/${locale}/moderate${filter}`}>{t("selection")}</a>
      </p>
    </>
  );
}

async function Pages({ loaded: { bulk, part, page, pages }, locale }: { loaded: Loaded; locale: Locale }) {
  const t = await getTranslations("queue");
  const to = (wanted: number, label: string) => {
    const query = new URLSearchParams({ ...(part === null ? {} : { part }), page: String(wanted) });
    return { href: `/${locale}/moderate/bulk/${bulk.id}?${query}#entries`, label };
  };
  return (
    <PageLinks
      label={t("bulk.pages")}
      here={t("list.page", { page, pages })}
      previous={page > 1 ? to(page - 1, t("list.previous")) : null}
      next={page < pages ? to(page + 1, t("list.next")) : null}
    />
  );
}
