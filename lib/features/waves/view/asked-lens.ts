import { type Lens, NO_LENS } from "@/lib/domain/lens";
import { CLAIMANTS, type Claimant } from "@/lib/domain/measure";
import { THRESHOLDS, type Threshold } from "@/lib/domain/threshold";
import { throughLens } from "@/lib/domain/through-lens";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { RULE_SET_IDS, type RuleSetId } from "@/lib/domain/words-rules";
import { localDate, startOfDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import {
  FILTER_NAMES,
  type FilterChoices,
  type FilterName,
  LENS_NAMES,
  type ListFilter,
  parseListFilter,
  queryOf,
  type SearchParams,
} from "@/lib/shared/search-params";

/** A lens as an address asks for it. */
export type AskedLens = { lens: Lens; leftOut: FilterName[] };

/** The part of a lens that is read on a record's own page, where every claimant stands beside the others. */
export const RECORD_LENS = ["rule", "known_on"] as const satisfies readonly FilterName[];

type Kept = Pick<WaveRecord, "wave" | "publishedAt" | "part">;

/**
 * The values each part of a lens may take in a wave. A day from that of the last publication on shows all that is
 * known now, so it is none of them; before the wave's first day nothing was known of it. What the whole of a large wave
 * comes to is kept as all claimants tell it and as Turnout reads it.
 */
export function lensChoices({ wave, publishedAt, part }: Kept): FilterChoices {
  const first = addDays(wave.firstDay, -1);
  const last = addDays(localDate(publishedAt, wave.timeZone), -1);
  return {
    ...(part?.digest ? {} : { claimant: CLAIMANTS, rule: RULE_SET_IDS, threshold: THRESHOLDS }),
    ...(first <= last ? { known_on: { first, last, beyondIsAll: true } } : {}),
  };
}

/** Of a page that is no list: whoever asks it for one region must not take the whole country's numbers for that region's. */
const NARROWED_BY_NOTHING: FilterChoices = Object.fromEntries(FILTER_NAMES.map((name) => [name, []]));

/** As `lensChoices`, of a page that is narrowed by nothing: every other name is asked for in vain. */
export function pageChoices(record: Kept): FilterChoices {
  return { ...NARROWED_BY_NOTHING, ...lensChoices(record) };
}

/** The lens of a page that is no list; what its address asks for in vain is named. */
export function askedLens(params: SearchParams, record: Kept): AskedLens {
  const { filter, leftOut } = parseListFilter(params, pageChoices(record));
  return { lens: lensOf(filter, record), leftOut };
}

/** The lens of a filter that was read with `lensChoices`. */
export function lensOf({ known_on: knownOn, ...filter }: ListFilter, { wave }: Pick<WaveRecord, "wave">): Lens {
  return {
    knownOn,
    knownAt: knownOn === null ? null : startOfDate(addDays(knownOn, 1), wave.timeZone) - 1,
    rule: (filter.rule ?? NO_LENS.rule) as RuleSetId,
    claimant: filter.claimant as Claimant | null,
    threshold: (filter.threshold ?? NO_LENS.threshold) as Threshold,
  };
}

/** A lens as part of an address, empty when nothing is chosen. */
export function lensQuery(lens: Lens, names: readonly (typeof LENS_NAMES)[number][] = LENS_NAMES): string {
  const values = {
    claimant: lens.claimant,
    rule: lens.rule === NO_LENS.rule ? null : lens.rule,
    threshold: lens.threshold === NO_LENS.threshold ? null : lens.threshold,
    known_on: lens.knownOn,
  };
  return queryOf(Object.fromEntries(LENS_NAMES.map((name) => [name, names.includes(name) ? values[name] : null])));
}

/** How many readings of one record are kept: a page asks for the same one several times. */
const KEPT_READINGS = 12;
const readings = new WeakMap<WaveRecord, Map<string, WaveRecord>>();

/** `throughLens`, remembered: whatever is worked out once per record is then worked out once per reading. */
export function readThrough(record: WaveRecord, lens: Lens): WaveRecord {
  const key = lensQuery(lens);
  if (key === "") return record;
  const kept = readings.get(record) ?? new Map<string, WaveRecord>();
  const reading = kept.get(key) ?? throughLens(record, lens);
  kept.delete(key);
  kept.set(key, reading);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_READINGS && oldest !== undefined) kept.delete(oldest);
  readings.set(record, kept);
  return reading;
}
