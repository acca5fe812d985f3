import { askedComparison, CHOSEN_TWICE, comparisonQuery } from "@/lib/features/comparisons/view/asked";
import { hasCompared } from "@/lib/features/comparisons/view/has-compared";
import { choicesOfAll } from "@/lib/features/corrections/view/all-waves";
import { askedChartFile } from "@/lib/features/figures/view/chart-file";
import { askedOrder, REGION_ORDERS } from "@/lib/features/regions/view/region-order";
import { askedStep, isStep, nearestStep, stepsKnownOn } from "@/lib/features/regions/view/steps";
import { askedText } from "@/lib/features/search/view/asked-text";
import { lensChoices, lensOf, lensQuery, pageChoices } from "@/lib/features/waves/view/asked-lens";
import type { ListName } from "@/lib/features/waves/view/filtered-list";
import { asksForHashtags, HXL } from "@/lib/shared/files/written-file";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { PublicAddress } from "@/lib/shared/public-address";
import {
  FILTER_NAMES,
  type FilterChoices,
  fileLocale,
  firstOf,
  LEFT_OUT,
  parseListFilter,
  queryOf,
  type SearchParams,
  withQuery,
} from "@/lib/shared/search-params";
import type { KnownWave } from "./known-wave";

/** What a page makes of its query, in its canonical form. */
export type ReadQuery = Pick<PublicAddress, "query" | "leftOut">;

export const NO_QUERY: ReadQuery = { query: "", leftOut: [] };

export function searchQuery(params: SearchParams): ReadQuery {
  return { query: queryOf({ q: askedText(params.q) }), leftOut: [] };
}

/** What a page that is narrowed by nothing is read through. */
export function lensOnlyQuery(wave: KnownWave, params: SearchParams): ReadQuery {
  return narrowing(params, pageChoices(wave.record));
}

/** As `lensOnlyQuery`, of a workforce's page, for which all is at hand that a lens reads. */
export function workforceQuery({ record }: KnownWave, params: SearchParams): ReadQuery {
  return narrowing(params, pageChoices(wholeOf({ record })));
}

/** A wave of which, for what is asked, everything is at hand that a lens reads. */
function wholeOf({ record: { wave, publishedAt } }: Pick<KnownWave, "record">) {
  return { wave, publishedAt };
}

/** As `workforceQuery`, of a record's own page. */
export function recordQuery({ record }: KnownWave, params: SearchParams): ReadQuery {
  const choices = pageChoices(wholeOf({ record }));
  return narrowing(params, { ...choices, claimant: [], threshold: [] });
}

/** Sizes of workforces, or of one of them. */
export function sizesQuery(wave: KnownWave, params: SearchParams): ReadQuery {
  const asked = firstOf(params.workforce);
  const workforce = asked !== null && wave.hasWorkforce(asked) !== "no" ? [asked] : [];
  const { rule, known_on } = lensChoices(workforce.length > 0 ? wholeOf(wave) : wave.record);
  return narrowing(params, { workforce, ...(rule ? { rule } : {}), ...(known_on ? { known_on } : {}) });
}

/** The moment of the map. The one it opens with needs no name; of one that is none, the nearest is shown. */
export function momentQuery(wave: KnownWave, params: SearchParams): ReadQuery {
  return momentAnd(wave, params, { query: "", leftOut: [], wrong: [] });
}

/** What else than its moment the page of a map reads: its part of the query, and what was asked for in vain. */
type OwnQuery = { query: string; leftOut: readonly "order"[]; wrong: readonly "order"[] };

function momentAnd(wave: KnownWave, params: SearchParams, own: OwnQuery): ReadQuery {
  const { filter, leftOut, wrong } = parseListFilter(params, pageChoices(wave.record));
  const lens = lensOf(filter, wave.record);
  const asked = askedStep(params);
  const steps = stepsKnownOn(wave.steps(), lens.knownOn);
  const step = nearestStep(steps, asked.at);
  const isWrong = asked.at !== null && !isStep(steps, asked.at);
  // Read through a lens the map may open with another moment.
  const opens = lensQuery(lens) === "" ? wave.openingStep().key : null;
  const at = step === null || step.key === opens ? null : step.key;
  const names = [...(isWrong || asked.wasLeftOut ? ["at"] : []), ...own.leftOut, ...leftOut];
  const query = withQuery(`?${queryOf({ at, [LEFT_OUT]: names.join(",") })}`, lensQuery(lens));
  return {
    query: withQuery(query, own.query).slice(1),
    leftOut: [...(isWrong ? (["at"] as const) : []), ...own.wrong, ...wrong],
  };
}

function choicesOf(list: ListName, wave: KnownWave, params: SearchParams): FilterChoices {
  return list === "corrections" ? wave.correctionChoices(firstOf(params.workforce)) : wave.listChoices(list);
}

/** As `momentQuery`, of the page on which all regions stand in an order. */
export function spreadQuery(wave: KnownWave, params: SearchParams): ReadQuery {
  const { order, isWrong, missed } = askedOrder(params);
  return momentAnd(wave, params, {
    query: queryOf({ order: order === REGION_ORDERS[0] ? null : order }),
    leftOut: missed ? ["order"] : [],
    wrong: isWrong ? ["order"] : [],
  });
}

/** What is compared, in the order asked for: the names of a form's fields have no place in the address. */
export function compareQuery(wave: KnownWave, params: SearchParams): ReadQuery {
  const { filter, leftOut, wrong } = parseListFilter(params, pageChoices(wave.record));
  const regions = hasCompared(wave.record).regions;
  const asked = askedComparison(params, { regions, workforces: (name) => wave.hasWorkforce(name) !== "no" });
  const names = [...(asked.missed ? [asked.kind] : []), ...leftOut, ...(asked.twice ? [CHOSEN_TWICE] : [])];
  const query = withQuery(`?${comparisonQuery(asked)}`, queryOf({ [LEFT_OUT]: names.join(",") }));
  return {
    query: withQuery(query, lensQuery(lensOf(filter, wave.record))).slice(1),
    leftOut: [...(asked.isWrong ? [asked.kind] : []), ...wrong],
  };
}

export function listQuery(list: ListName) {
  return (wave: KnownWave, params: SearchParams): ReadQuery => narrowing(params, choicesOf(list, wave, params));
}

export function workforcesQuery(wave: KnownWave, params: SearchParams): ReadQuery {
  return narrowing(params, wave.workforceChoices());
}

/** A list as a file, in English unless another language is named; null in a language there is none of. */
export function listFileQuery(list: ListName) {
  return (wave: KnownWave, params: SearchParams): ReadQuery | null => {
    const locale = fileLocale(params);
    return locale === null ? null : narrowing(params, choicesOf(list, wave, params), named(locale));
  };
}

/** What is narrowed over all waves at once. */
export function allCorrectionsQuery(waves: readonly KnownWave[], params: SearchParams): ReadQuery {
  const workforce = firstOf(params.workforce);
  return narrowing(params, choicesOfAll(waves.map((wave) => wave.correctionChoices(workforce))));
}

/** A feed, in English unless another language is named; null in a language there is none of. */
export function feedQuery(_: KnownWave, params: SearchParams): ReadQuery | null {
  const locale = fileLocale(params);
  return locale === null ? null : { query: queryOf({ locale: named(locale) }), leftOut: [] };
}

/** A file of a table, as `read` narrows it: it may have a row of hashtags. */
export function tableFileQuery<Of, Path extends unknown[]>(
  read: (of: Of, params: SearchParams, ...path: Path) => ReadQuery | null,
) {
  return (of: Of, params: SearchParams, ...path: Path): ReadQuery | null => {
    const found = read(of, params, ...path);
    const hashtags = queryOf({ [HXL]: asksForHashtags(params) ? "1" : null });
    return found && { ...found, query: withQuery(`?${found.query}`, hashtags).slice(1) };
  };
}

/** A chart as a file. The version of a page that asks is checked and has no place in the address. */
export function chartFileQuery(
  wave: KnownWave,
  params: SearchParams,
  { chart = "" }: Readonly<Record<string, string>>,
): ReadQuery | null {
  const idOf = (name: string) => (wave.hasWorkforce(name) === "no" ? null : name);
  const asked = askedChartFile(chart, params, wave.record, wave.record.part && idOf);
  if (asked === null) return null;
  const own = {
    locale: named(asked.locale),
    workforce: slugsOf([asked.filter.workforceId ?? []].flat(), wave) || null,
    workforces: slugsOf(asked.filter.workforceIds ?? [], wave),
    region: asked.filter.regionId ?? null,
    width: asked.variant === "narrow" ? "narrow" : null,
    [HXL]: asked.withHashtags ? "1" : null,
  };
  const isOfWorkforce = asked.filter.workforceId !== undefined;
  const { query, leftOut } = narrowing(params, lensChoices(isOfWorkforce ? wholeOf(wave) : wave.record));
  return { query: withQuery(`?${queryOf(own)}`, query).slice(1), leftOut };
}

function slugsOf(ids: readonly string[], { record }: KnownWave): string {
  return ids.map((id) => record.workforces.find((one) => one.id === id)?.slug ?? id).join(",");
}

function named(locale: Locale): string | null {
  return locale === "en" ? null : locale;
}

function narrowing(params: SearchParams, choices: FilterChoices, locale: string | null = null): ReadQuery {
  const { filter, leftOut, wrong } = parseListFilter(params, choices);
  const chosen = Object.fromEntries(FILTER_NAMES.map((name) => [name, filter[name]]));
  return { query: queryOf({ ...chosen, [LEFT_OUT]: leftOut.join(","), locale }), leftOut: wrong };
}
