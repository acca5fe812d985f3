import type { Measure } from "@/lib/domain/measure";
import type { Moment } from "@/lib/domain/moment";
import type { Quantity } from "@/lib/domain/quantity";
import type { Envelope, PlacePrecision, RecordRow, Texts } from "@/lib/domain/wave-record";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { isCalendarDate } from "@/lib/shared/local-time";
import { dateFault } from "@/lib/shared/short-year";
import { type ProposedPlace, placeOf } from "./action-proposal";
import { type LocalAsOf, readAsOf } from "./as-of";
import type { FieldProblem, SourceInput } from "./input";
import { readSources, type SourceProposal } from "./source";

/*
 * What kinds of record have in common that compete with nothing and point to nothing but what is named in them: an
 * entry of such a kind is read, checked, published and shown in one way, and a kind adds its form and its row.
 */

/** What only the record and the place's clock can say of a proposed record. */
export type Known = {
  envelope: Envelope;
  placed: { regionId: string | null; localityId: string | null };
  start: Moment;
  end: Moment | null;
};

/** A record as proposed, complete and checked, apart from what only the record knows. */
export type PlainProposal = {
  waveId: string;
  /** Null where the kind speaks of no time of its own. */
  when: LocalAsOf | null;
  end: LocalAsOf | null;
  /** Whether it must lie in the days of its wave: a size may be years older. */
  isOfWave: boolean;
  place: ProposedPlace;
  quantity: Quantity | null;
  /** What a figure counts; null for every other kind. */
  measure: Measure | null;
  /** Whether it says that people were hurt. */
  tellsOfHarm: boolean;
  sources: SourceProposal[];
  noteLanguage: Locale;
  confidentialNote: string | null;
  row(known: Known): RecordRow;
};
/** `draft`: as far as it can be made of what was typed so far. */
export type PlainReading = { proposal: PlainProposal } | { problems: FieldProblem[]; draft: PlainProposal };

type Typed = {
  waveId: string;
  sources: SourceInput[];
  noteLanguage: Locale | "";
  confidentialNote: string;
  place?: string;
  endDate?: string;
} & Partial<Parameters<typeof readAsOf>[0]>;

/** What a kind adds: what is wrong with its own questions, before and after when, and the row they make. */
type Own = {
  first: FieldProblem[];
  last?: FieldProblem[];
  /** A place need not be known. */
  isAnywhere?: boolean;
  isOfWave?: boolean;
  quantity?: Quantity | null;
  measure?: Measure;
  tellsOfHarm?: boolean;
  row(known: Known): RecordRow;
};

/** A form of one of these kinds read at once, with every problem there is, in the order of the form. */
export function readPlain(input: Typed, own: Own): PlainReading {
  const when = input.date === undefined ? null : readAsOf(input as Parameters<typeof readAsOf>[0]);
  const place = input.place === undefined || (own.isAnywhere && input.place === "") ? NOWHERE : placeOf(input.place);
  const sources = readSources(input.sources);
  const problems: FieldProblem[] = [
    ...own.first,
    ...(place === null ? [{ field: "place", code: "place_missing" }] : []),
    ...(when?.problems ?? []),
    ...endProblems(input),
    ...(own.last ?? []),
    ...sources.problems,
  ];
  const proposal: PlainProposal = {
    ...{ waveId: input.waveId, when: dated(when?.asOf), end: endOf(input.endDate), place: place ?? NOWHERE },
    ...{
      isOfWave: own.isOfWave ?? true,
      quantity: own.quantity ?? null,
      measure: own.measure ?? null,
      tellsOfHarm: own.tellsOfHarm ?? false,
    },
    ...{ sources: sources.sources, noteLanguage: languageOf(input.noteLanguage), row: own.row },
    confidentialNote: input.confidentialNote === "" ? null : input.confidentialNote,
  };
  return problems.length > 0 ? { problems, draft: proposal } : { proposal };
}

const NOWHERE: ProposedPlace = { of: "country" };

function endProblems({ date = "", endDate = "" }: Typed): FieldProblem[] {
  if (endDate === "") return [];
  if (!isCalendarDate(endDate)) return [{ field: "endDate", code: dateFault(endDate) }];
  return isCalendarDate(date) && endDate < date ? [{ field: "endDate", code: "ends_before_start" }] : [];
}

/** Of a draft as well, whose date may be half typed. */
function dated(asOf: LocalAsOf | undefined): LocalAsOf | null {
  return asOf !== undefined && isCalendarDate(asOf.date) ? asOf : null;
}

function endOf(date = ""): LocalAsOf | null {
  return dated({ date, precision: "day", part: null, hour: null });
}

/** Whoever named no language wrote in English, as everywhere. */
function languageOf(language: Locale | ""): Locale {
  return language === "" ? "en" : language;
}

/** A text in the one language it was written in; null for none. */
export function inLanguage(text: string, language: Locale | ""): Texts | null {
  return text === "" ? null : { [languageOf(language)]: text };
}

/** A name is the same in every language as its contributor wrote it. */
export function inEveryLanguage(name: string): Texts {
  return Object.fromEntries(LOCALES.map((locale) => [locale, name]));
}

/** A problem where a question that must be answered is not. */
export function unanswered(answer: string, field: string, code: string): FieldProblem[] {
  return answer === "" ? [{ field, code }] : [];
}

export function precisionOf({ regionId, localityId }: Known["placed"]): PlacePrecision {
  if (localityId !== null) return "locality";
  return regionId === null ? "country" : "region";
}
