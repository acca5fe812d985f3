import type { SourceItem } from "@/lib/features/sources/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

type Props = { source: SourceItem; context: ReadingContext };

const MOST_CITED = 8;

/** A source: who published it, in which language, how near to the events, where to read it, and what rests on it. */
export function SourceRow({ source, context }: Props) {
  const { t } = context;
  return (
    <li className="border-t border-rule py-3">
      <p>
        <a href={source.href} className="font-semibold" lang={source.language}>
          {source.title}
        </a>
      </p>
      <p className="text-sm">
        {[source.publisher ?? t("source.noPublisher"), source.kindLabel, source.languageName]
          .filter(Boolean)
          .join(" · ")}
        {" · "}
        {source.publishedOn ? context.date(source.publishedOn) : t("source.noDate")}
        {" · "}
        <a href="#tiers">{t(`source.tier.${source.tier}`)}</a>
      </p>
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-2">
        {source.url ? (
          <a href={source.url} rel="noreferrer nofollow">
            {t("source.read", { host: hostOf(source.url) })}
          </a>
        ) : (
          <span>{t("source.noAddress")}</span>
        )}
        {source.archivedUrl ? (
          <a href={source.archivedUrl} rel="noreferrer nofollow">
            {t("source.archived")}
          </a>
        ) : source.url ? (
          <span>{t("source.notArchived")}</span>
        ) : null}
      </p>
      <Cited source={source} context={context} />
    </li>
  );
}

function Cited({ source, context }: Props) {
  const { t } = context;
  const { cites } = source;
  const link = ({ id, href, contradicts }: SourceItem["cites"][number]) => (
    <li key={id}>
      <a href={href}>{id}</a>
      {contradicts ? ` (${t("source.contradicts")})` : null}
    </li>
  );
  if (cites.length === 0) return <p className="text-sm text-ink-2">{t("source.citedByNothing")}</p>;
  const list = <ul className="flex flex-wrap gap-x-4 text-sm">{cites.map(link)}</ul>;
  if (cites.length <= MOST_CITED) {
    return (
      <div className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-2">
        <span>{t("source.citedBy", { count: cites.length })}</span>
        {list}
      </div>
    );
  }
  return (
    <details className="mt-1 text-sm text-ink-2">
      <summary>{t("source.citedBy", { count: cites.length })}</summary>
      {list}
    </details>
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, "") ?? url;
}
