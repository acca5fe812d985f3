import { type CoverageCause, isOfMethod, type SilentSpell, silentRegionsIn, silentSpells } from "@/lib/domain/coverage";
import { publishedOf } from "@/lib/domain/published";
import type { CoverageGap } from "@/lib/domain/spread-records";
import type { CoverageNoteRow } from "@/lib/domain/wave-record";
import { regionsOfWave } from "@/lib/features/regions/view/record-spread";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { boundsOfDate } from "@/lib/shared/format/day";

export type NoteLink = { id: string; href: string; label: string };
export type CoverageItem = {
  id: string;
  href: string;
  /** A note on our own method is no cut: it is named and drawn apart. */
  isMethod: boolean;
  cause: string;
  where: string;
  when: string;
  startsAt: number;
  text: string;
  sources: NoteLink[];
};

/** The notes on what could not be reported and on how this record was made, of one region with those of the country. */
export function coverageItems(context: ReadingContext, code: string | null = null): CoverageItem[] {
  return publishedOf(context.record.coverageNotes)
    .filter(({ regionId }) => code === null || regionId === null || regionId === code)
    .toSorted((a, b) => Number(isOfMethod(a.cause)) - Number(isOfMethod(b.cause)) || startOf(a) - startOf(b))
    .map((note) => coverageItem(note, context, code));
}

function startOf({ period }: CoverageNoteRow): number {
  return period.start.earliest;
}

function coverageItem(note: CoverageNoteRow, context: ReadingContext, code: string | null): CoverageItem {
  const { record } = context;
  const region = record.regions.find(({ id }) => id === note.regionId);
  return {
    id: note.id,
    href: context.recordHref(note.id),
    isMethod: isOfMethod(note.cause),
    cause: causeOf(note, context),
    where: region ? context.text(region.names) : context.t("coverage.country"),
    when: context.period(note.period, note.regionId ?? code),
    startsAt: startOf(note),
    text: context.text(note.text),
    sources: note.citations.map(({ sourceId }) => {
      const source = record.sources.find(({ id }) => id === sourceId);
      return {
        id: sourceId,
        href: context.recordHref(sourceId),
        label: source?.publisher ?? source?.title ?? sourceId,
      };
    }),
  };
}

function causeOf({ cause }: CoverageNoteRow, { t }: ReadingContext): string {
  return t(`coverage.cause.${cause as CoverageCause}`);
}

/** Cuts as the arithmetic takes them; notes on method make nobody silent. */
function gapsOf({ record }: ReadingContext): CoverageGap[] {
  return publishedOf(record.coverageNotes)
    .filter(({ cause }) => !isOfMethod(cause))
    .map(({ id, regionId, period }) => ({ id, regionCode: regionId, period }));
}

export type SilentDay = { text: string; notes: NoteLink[] };

/** What cannot be expected of one local day, in a sentence with its notes; null on a day without a cut. */
export function silentDay(context: ReadingContext, date: string): SilentDay | null {
  const { sure, possible, gapIds } = silentRegionsIn(
    boundsOfDate(date, context.record.wave.timeZone),
    regionCodes(context),
    gapsOf(context),
  );
  if (gapIds.length === 0) return null;
  const text = context.t("coverage.dayCut", { sure: sure.length, possible: possible.length }).trim();
  return { text, notes: noteLinks(gapIds, context) };
}

function regionCodes({ record }: ReadingContext): string[] {
  return regionsOfWave(record).map(({ id }) => id);
}

/** Notes by id, each named by its cause. */
export function noteLinks(ids: readonly string[], context: ReadingContext): NoteLink[] {
  return publishedOf(context.record.coverageNotes)
    .filter(({ id }) => ids.includes(id))
    .map((note) => ({ id: note.id, href: context.recordHref(note.id), label: causeOf(note, context) }));
}

export type CoverageCount = { regions: number; total: number; text: string; notes: NoteLink[] };

/**
 * The widest cut of the wave in a sentence: how many regions, between which days at the least, how much longer perhaps,
 * and what else is noted. Null when nothing is.
 */
export function coverageCount(context: ReadingContext): CoverageCount | null {
  const codes = regionCodes(context);
  const spells = silentSpells(codes, gapsOf(context));
  const methods = publishedOf(context.record.coverageNotes).filter(({ cause }) => isOfMethod(cause));
  const [widest] = spells.toSorted((a, b) => b.regions.length - a.regions.length);
  if (widest === undefined) return null;
  const { t } = context;
  const parts = [
    ...sentencesOf(widest, context),
    ...(spells.length > 1 ? [t("coverage.keyOthers", { count: spells.length - 1 })] : []),
    ...(methods.length > 0 ? [t("coverage.keyMethod", { count: methods.length })] : []),
  ];
  return {
    regions: widest.regions.length,
    total: codes.length,
    text: parts.join(" "),
    notes: noteLinks([...spells.flatMap(({ gapIds }) => gapIds), ...methods.map(({ id }) => id)], context),
  };
}

function sentencesOf({ sure, possible, regions, throughout }: SilentSpell, context: ReadingContext): string[] {
  const { t } = context;
  const day = (at: number) => context.day(at, null);
  const count = regions.length;
  const isEnded = possible.until !== Number.POSITIVE_INFINITY;
  if (!isEnded) return [t("coverage.keyPossible", { count, from: day(possible.from) })];
  const last = day(possible.until - 1);
  if (sure === null) return [t("coverage.keyVague", { count, from: day(possible.from), until: last })];
  const [from, until] = [day(sure.from), day(sure.until)];
  return [
    t("coverage.key", { count, from, until, throughout: throughout ? "yes" : "no" }),
    ...(day(possible.from) === from ? [] : [t("coverage.keyFrom", { day: day(possible.from) })]),
    ...(last === until ? [] : [t("coverage.keyUntil", { day: last })]),
  ];
}
