import { getLocale, getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/corrections/change-list";
import { SourceGroups } from "@/components/record/source-groups";
import { kindOf } from "@/lib/domain/record-diff";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ChangeContext, changeView } from "@/lib/features/corrections/view/change-words";
import type { SourceProposal } from "@/lib/features/entries/schema/source";
import { citationByParts } from "@/lib/features/entries/view/citation-changes";
import type { CorrectionEntry } from "@/lib/features/entries/view/correction-entry";
import { knownSource } from "@/lib/features/entries/view/known-source";
import { sourceGroups } from "@/lib/features/records/view/sources";
import { EntrySources } from "./entry-sources";
import { saidOf } from "./said";

/** `isOpen`: not decided yet, so that another revision of the record stands in its way. `isOwn`: shown to its author. */
type Props = { entry: CorrectionEntry; isOpen: boolean; isOwn?: boolean };

/** What a correction proposes: each field before and after, the reason readers will see, and what it rests on. */
export async function ProposedChanges({ entry, isOpen, isOwn = false }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("corrections");
  const { record, base, now, input, grounds } = entry;
  const said = await saidOf(record, locale);
  const kind = kindOf(base);
  const changes = entry.changes.flatMap(citationByParts);
  return (
    <section aria-labelledby="proposed" className="mb-8 max-w-3xl">
      <h2 id="proposed" className="mb-3 text-2xl">
        {t("review.proposed")}
      </h2>
      {isOpen && entry.isBehind ? (
        <p className="mb-3 border-s-4 border-danger bg-paper-2 px-4 py-3 font-semibold">
          {now.state === "retracted"
            ? t("review.overtaken")
            : t(isOwn ? "review.behindOwn" : "review.behind", { base: input.baseRevision, now: now.revision })}
        </p>
      ) : null}
      {changes.length === 0 ? (
        <p className="text-ink-2">{t("review.nothing")}</p>
      ) : (
        <ChangeList changes={changes.map((change) => changeView(change, kind, said))} words={said.words} />
      )}
      <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        <dt className="text-ink-2">{t("fields.reason")}</dt>
        <dd className="whitespace-pre-line" lang={input.reasonLanguage || undefined}>
          {input.reason}
        </dd>
        <dt className="text-ink-2">{t("review.grounds")}</dt>
        <dd>
          {grounds.sources.length > 0
            ? grounds.sources.map((source) => titleOf(source, record)).join("; ")
            : t(input.grounds === "cited" ? "form.citedItself" : "review.none")}
        </dd>
        <dt className="text-ink-2">{t("form.record")}</dt>
        <dd>
          <a href={`/${locale}/records/${now.id}`}>{t("review.record")}</a>
        </dd>
      </dl>
      <Cited entry={entry} said={said} />
    </section>
  );
}

function titleOf(source: SourceProposal, record: WaveRecord): string {
  return source.added?.title ?? knownSource(record, source)?.title ?? source.existing ?? "";
}

/** What is cited with the proposal, and what the record cites as it stands: there the cited source says so itself. */
async function Cited({ entry: { grounds, record, base }, said }: { entry: CorrectionEntry; said: ChangeContext }) {
  const t = await getTranslations("corrections.review");
  const checks = grounds.sources.map((source) => ({ known: knownSource(record, source), sameOrigin: [] }));
  return (
    <>
      {grounds.sources.length > 0 ? (
        <>
          <h3 className="mt-6 text-lg">{t("added")}</h3>
          <EntrySources sources={grounds.sources} checks={checks} />
        </>
      ) : null}
      <h3 className="mt-6 mb-1 text-lg">{t("citedNow")}</h3>
      <SourceGroups groups={sourceGroups(base.citations, said.context)} words={said.context.words} level={3} />
    </>
  );
}
