import { parseRecordId } from "@/lib/domain/id";
import { isValidOn } from "@/lib/domain/region-validity";
import type { EmployerRow, LocalityRow, RegionRow, Texts, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { LONGEST_QUERY } from "./view/asked-text";
import { type FoldedName, foldName, nameFit, spreadFit } from "./view/match";
import { foldWords } from "./view/spelling";

export const HIT_KINDS = ["workforce", "locality", "region", "employer", "record"] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/**
 * One thing found. `matched` is the name or spelling that fitted, which may be none of `names`; null for an id.
 * `slug` is a workforce's part of its address, `regionId` the region a place or workforce lay in during the wave.
 */
export type SearchHit = {
  kind: HitKind;
  id: string;
  waveSlug: string;
  names: Texts;
  matched: string | null;
  slug: string | null;
  regionId: string | null;
  fit: number;
};

type Candidate = Omit<SearchHit, "matched" | "fit"> & { own: FoldedName[]; around: FoldedName[] };

const MOST_WORDS = 8;

/**
 * Workforces, places, regions and employers by any of their names in any spelling or script, with small mistakes
 * forgiven in longer words, and records by id. Best first; equal ones by kind, then id, so that the order is always
 * the same. An empty query finds nothing.
 */
export function searchRecord(records: readonly WaveRecord[], query: string): SearchHit[] {
  const text = query.slice(0, LONGEST_QUERY);
  const asked = foldWords(text).slice(0, MOST_WORDS);
  const found = records.flatMap((record) => candidatesOf(record).flatMap((candidate) => hitOf(candidate, asked)));
  return [...recordHits(records, text), ...found.sort(inOrder)];
}

/** As `searchRecord`, workforces alone: for forms that ask whose figure it is. */
export function searchWorkforces(record: WaveRecord, query: string): SearchHit[] {
  return searchRecord([record], query).filter(({ kind }) => kind === "workforce");
}

function hitOf({ own, around, ...hit }: Candidate, asked: readonly string[]): SearchHit[] {
  let best: { fit: number; matched: string } | null = null;
  for (const name of own) {
    const fit = nameFit(asked, name);
    if (fit !== null && (best === null || fit < best.fit)) best = { fit, matched: name.text };
  }
  if (best !== null) return [{ ...hit, ...best }];
  const fit = spreadFit(asked, [...own, ...around]);
  return fit === null ? [] : [{ ...hit, fit, matched: null }];
}

function inOrder(one: SearchHit, other: SearchHit): number {
  return (
    one.fit - other.fit ||
    HIT_KINDS.indexOf(one.kind) - HIT_KINDS.indexOf(other.kind) ||
    compare(one.waveSlug, other.waveSlug) ||
    one.id.localeCompare(other.id, "en", { numeric: true })
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** "KZ22-F12", "kz22 f12"; without the wave's code, "F12", in every wave. Only ids that exist. */
function recordHits(records: readonly WaveRecord[], text: string): SearchHit[] {
  const asked = text.trim().toUpperCase().replace(/\s+/g, "-");
  return records.flatMap((record) => {
    const { code, slug } = record.wave;
    const id = asked.startsWith(`${code}-`) ? asked : `${code}-${asked}`;
    if (parseRecordId(id) === null || !idsOf(record).has(id)) return [];
    return [{ kind: "record", id, waveSlug: slug, names: {}, matched: null, slug: null, regionId: null, fit: 0 }];
  });
}

function idsOf(record: WaveRecord): Set<string> {
  const { sources, workforces, workforceSizes, actions, figures, events, demands, solidarity, coverageNotes } = record;
  const all = [sources, workforces, workforceSizes, actions, figures, events, demands, solidarity, coverageNotes];
  return new Set(all.flatMap((rows) => rows.map(({ id }) => id)));
}

// The record never changes in place, so its folded names are kept as long as it is.
const known = new WeakMap<WaveRecord, Candidate[]>();

function candidatesOf(record: WaveRecord): Candidate[] {
  const made = known.get(record) ?? [
    ...record.workforces.filter(({ state }) => state === "published").map((row) => workforceOf(record, row)),
    ...record.localities.map((row) => localityOf(record, row)),
    ...record.regions.filter((row) => isValidOn(row, record.wave.firstDay)).map((row) => regionOf(record, row)),
    ...record.employers.map((row) => employerOf(record, row)),
  ];
  known.set(record, made);
  return made;
}

function foldAll(...texts: (Texts | string[])[]): FoldedName[] {
  const all = texts.flatMap((one) => (Array.isArray(one) ? one : Object.values(one)));
  return [...new Set(all)].map(foldName);
}

function workforceOf(record: WaveRecord, row: WorkforceRow): Candidate {
  const employer = record.employers.find(({ id }) => id === row.employerId);
  const locality = record.localities.find(({ id }) => id === row.localityId);
  const region = record.regions.find(({ id }) => id === row.regionId);
  return {
    kind: "workforce",
    id: row.id,
    waveSlug: record.wave.slug,
    names: row.names,
    slug: row.slug,
    regionId: row.regionId ?? (locality ? regionThen(record, locality) : null),
    own: foldAll(row.names, row.otherNames),
    around: foldAll(
      row.occupation,
      employer?.names ?? [],
      employer?.otherNames ?? [],
      locality?.names ?? [],
      locality?.spellings.map(({ text }) => text) ?? [],
      region?.names ?? [],
    ),
  };
}

function regionThen(record: WaveRecord, locality: LocalityRow): string | null {
  return locality.regions.find((link) => isValidOn(link, record.wave.firstDay))?.regionId ?? null;
}

function localityOf(record: WaveRecord, row: LocalityRow): Candidate {
  return {
    kind: "locality",
    id: row.id,
    waveSlug: record.wave.slug,
    names: row.names,
    slug: null,
    regionId: regionThen(record, row),
    own: foldAll(
      row.names,
      row.spellings.map(({ text }) => text),
    ),
    around: [],
  };
}

function regionOf(record: WaveRecord, row: RegionRow): Candidate {
  const codes = Object.values(row.codes).filter((code) => code !== null);
  return {
    kind: "region",
    id: row.id,
    waveSlug: record.wave.slug,
    names: row.names,
    slug: null,
    regionId: row.id,
    own: foldAll(row.names, row.shortNames, [row.id, ...codes, ...row.spellings.map(({ text }) => text)]),
    around: [],
  };
}

function employerOf(record: WaveRecord, row: EmployerRow): Candidate {
  return {
    kind: "employer",
    id: row.id,
    waveSlug: record.wave.slug,
    names: row.names,
    slug: null,
    regionId: null,
    own: foldAll(row.names, row.otherNames),
    around: [],
  };
}
