import { publishedOf } from "@/lib/domain/published";
import type { CoverageNoteRow } from "@/lib/domain/wave-record";
import { headlineOf } from "@/lib/features/waves/view/headline";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { readLocalText } from "@/lib/shared/i18n/local-text";
import { LANGUAGE_NAMES } from "@/lib/shared/i18n/locales";

/** What happened in one sentence, computed; how far anyone can know it; and where silence means nothing. */
export function WaveHead({ context }: { context: ReadingContext }) {
  const { t, text, record, lens, recordHref } = context;
  const { title, lead } = headlineOf(context);
  const cuts = publishedOf(record.coverageNotes).filter(({ cause }) => cause !== "not_searched");
  return (
    <div className="mb-8 max-w-4xl">
      <p className="mb-2 text-xs tracking-wider text-ink-2 uppercase">
        {t("dashboard.kicker", { days: context.waveDays() })}
      </p>
      <h1 className="text-3xl sm:text-5xl">{title}</h1>
      <NameInOther context={context} />
      <p className="mt-4 font-serif text-xl">{lead}</p>
      {/* Written when all of it was known: in a replay it would tell what nobody knew by then. */}
      {lens.knownOn === null ? (
        <p className="mt-3 max-w-3xl font-serif text-lg text-ink-2">{text(record.wave.summary)}</p>
      ) : null}
      {cuts.map((note) => (
        <p key={note.id} className="mt-4 max-w-3xl border-s-4 border-rule-2 ps-4">
          <a href={recordHref(note.id)}>{cutWords(note, context)}</a>
        </p>
      ))}
    </div>
  );
}

/** Said once, at the head of the wave, where its readers see the name in a language that is not theirs. */
function NameInOther({ context: { record, locale, t } }: { context: ReadingContext }) {
  const shown = readLocalText(record.wave.names, locale);
  if (shown === null || shown.language === locale) return null;
  return <p className="mt-2 text-sm text-ink-2">{t("nameInOther", { language: LANGUAGE_NAMES[shown.language] })}</p>;
}

/** "From 5 to about 10 January": about, where the last day itself is not sure. */
function cutWords({ cause, period, regionId }: CoverageNoteRow, context: ReadingContext): string {
  const { start, end } = period;
  const region = context.record.regions.find(({ id }) => id === regionId);
  const isSure = end !== null && end.latest - end.earliest < 86_400_000;
  return context.t("dashboard.cut", {
    cause,
    from: context.day(start.earliest, regionId),
    to: end === null ? "" : context.day(end.earliest, regionId),
    state: end === null ? "open" : isSure ? "ended" : "about",
    where: region ? context.text(region.names) : context.country,
  });
}
