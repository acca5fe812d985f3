import type { WaveRecord } from "@/lib/domain/wave-record";
import { SLOTS } from "@/lib/features/comparisons/view/asked";
import { RECORD_LENS } from "@/lib/features/waves/view/asked-lens";
import { HXL } from "@/lib/shared/files/written-file";
import { isLocale, LOCALES } from "@/lib/shared/i18n/locales";
import type { AddressBook, AddressScope, PublicAddress } from "@/lib/shared/public-address";
import { LEFT_OUT, LENS_NAMES, paramsOf, type SearchParams } from "@/lib/shared/search-params";
import { type Holds, IN_NONE, type InLargeWaves, type KnownWave, knownWave } from "./view/known-wave";
import {
  allCorrectionsQuery,
  chartFileQuery,
  compareQuery,
  feedQuery,
  lensOnlyQuery,
  listFileQuery,
  listQuery,
  momentQuery,
  NO_QUERY,
  type ReadQuery,
  recordQuery,
  searchQuery,
  sizesQuery,
  spreadQuery,
  tableFileQuery,
  workforceQuery,
  workforcesQuery,
} from "./view/queries";

type PathParams = Readonly<Record<string, string>>;
type Known = { waves: readonly KnownWave[]; bySlug: ReadonlyMap<string, KnownWave> };
type Asked = { path: PathParams; params: SearchParams };
/** The page of an address, or null when there is none. `reads` are the parameters it makes anything of. */
type Route = { reads: readonly string[]; find(known: Known, asked: Asked): PublicAddress | null };

const LENS = [...LENS_NAMES, LEFT_OUT];
const FILTERS = ["workforce", "region", "kind", "measure", "from", "to", "known", ...LENS];
const COMPARED = ["of", "regions", "workforces", ...SLOTS, ...LENS];
const CORRECTION_FILTERS = ["workforce", "kind", "from", "to", LEFT_OUT];
const WAVE = "/[locale]/waves/[wave]";
const FILES = "/api/v1/waves/[wave]";

/** Pages that nothing published can change. */
export const TEXT_ROUTES: readonly string[] = [
  "/[locale]/about",
  "/[locale]/credits",
  "/[locale]/dictionary",
  "/[locale]/glossary",
  "/[locale]/methodology",
  "/[locale]/safety",
];

const ROUTES: Readonly<Record<string, Route>> = {
  "/[locale]": withoutQuery("all"),
  "/[locale]/search": { reads: ["q"], find: (_, { params }) => ({ ...searchQuery(params), scope: "all" }) },
  "/[locale]/corrections": ofAllWaves(CORRECTION_FILTERS, allCorrectionsQuery),
  "/api/v1/corrections.csv": ofAllWaves([...CORRECTION_FILTERS, HXL], tableFileQuery(allCorrectionsQuery)),
  "/api/v1/workforces/[workforce]/corrections.atom": holding(["locale"], feedQuery, ofWorkforce),
  "/sitemap.xml": withoutQuery("all"),
  ...Object.fromEntries(TEXT_ROUTES.map((route) => [route, withoutQuery("none")])),
  // Stands for every path that leads nowhere.
  "/[locale]/[...rest]": { reads: [], find: () => null },
  "/[locale]/records/[id]": holding(RECORD_LENS, recordQuery, (wave, { id = "" }) => wave.hasRecord(id)),
  "/api/v1/records/[id]": holding(RECORD_LENS, recordQuery, (wave, { id = "" }) =>
    wave.hasRecord(id.replace(/\.(json|ris|bib)$/, "")),
  ),
  "/[locale]/workforces/[workforce]": holding(LENS_NAMES, workforceQuery, ofWorkforce),
  "/[locale]/workforces/[workforce]/sizes": holding(RECORD_LENS, recordQuery, ofWorkforce),
  [WAVE]: ofWave(["at", ...LENS], momentQuery),
  [`${WAVE}/spread`]: ofWave(["at", "order", ...LENS], spreadQuery),
  [`${WAVE}/regions/[code]`]: ofWave(LENS, (wave, params, { code = "" }) =>
    wave.hasRegion(code) ? lensOnlyQuery(wave, params) : null,
  ),
  [`${WAVE}/compare`]: ofWave(COMPARED, compareQuery),
  [`${FILES}/comparison.csv`]: ofWave([...COMPARED, HXL], tableFileQuery(compareQuery)),
  [`${WAVE}/workforces`]: ofWave(["employer", "region", "known", ...LENS], workforcesQuery),
  [`${WAVE}/timeline`]: ofWave(FILTERS, listQuery("timeline")),
  [`${WAVE}/demands`]: ofWave(FILTERS, listQuery("demands")),
  [`${WAVE}/solidarity`]: ofWave(FILTERS, listQuery("solidarity")),
  [`${WAVE}/sources`]: ofWave(FILTERS, listQuery("sources")),
  [`${WAVE}/figures`]: ofWave(FILTERS, listQuery("figures")),
  [`${WAVE}/corrections`]: ofWave(FILTERS, listQuery("corrections")),
  [`${WAVE}/totals`]: ofWave(LENS, ofWhole(lensOnlyQuery)),
  [`${WAVE}/data`]: ofWave(LENS, lensOnlyQuery),
  [`${FILES}/charts/[chart]`]: ofWave(
    ["locale", "workforce", "workforces", "region", "width", "v", HXL, ...LENS],
    chartFileQuery,
  ),
  [`${FILES}/totals.csv`]: ofWave([...LENS, HXL], ofWhole(tableFileQuery(lensOnlyQuery))),
  [`${FILES}/joining.csv`]: ofWave([...LENS, HXL], tableFileQuery(lensOnlyQuery)),
  [`${FILES}/strikes.csv`]: ofWave([...LENS, HXL], ofWhole(tableFileQuery(lensOnlyQuery))),
  [`${FILES}/sizes.csv`]: ofWave(["workforce", ...RECORD_LENS, LEFT_OUT, HXL], tableFileQuery(sizesQuery)),
  [`${FILES}/seals.csv`]: ofWave(
    [HXL],
    tableFileQuery(() => NO_QUERY),
  ),
  [`${FILES}/csv-metadata.json`]: ofWave([], () => NO_QUERY),
  [`${FILES}/timeline.csv`]: ofWave([...FILTERS, "locale", HXL], tableFileQuery(listFileQuery("timeline"))),
  [`${FILES}/demands.csv`]: ofWave([...FILTERS, "locale", HXL], tableFileQuery(listFileQuery("demands"))),
  [`${FILES}/solidarity.csv`]: ofWave([...FILTERS, "locale", HXL], tableFileQuery(listFileQuery("solidarity"))),
  [`${FILES}/sources.csv`]: ofWave([...FILTERS, "locale", HXL], tableFileQuery(listFileQuery("sources"))),
  [`${FILES}/figures.csv`]: ofWave([...FILTERS, "locale", HXL], tableFileQuery(listFileQuery("figures"))),
  [`${FILES}/corrections.csv`]: ofWave([...FILTERS, "locale", HXL], tableFileQuery(listFileQuery("corrections"))),
  [`${FILES}/corrections.atom`]: ofWave(["locale"], feedQuery),
  [`${FILES}/workforces.csv`]: ofWave(["employer", "region", "known", ...LENS, HXL], tableFileQuery(workforcesQuery)),
};

/** Every route the book knows, with the names its page reads from the query: a test holds it against the pages. */
export const KNOWN_ROUTES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(ROUTES).map(([route, { reads }]) => [route, reads]),
);

/** Which public addresses exist as of one edition, what each makes of its query, and on which waves it depends. */
export function addressBook(records: readonly WaveRecord[], inLargeWaves: InLargeWaves = IN_NONE): AddressBook {
  const waves = records.map((record) => knownWave(record, inLargeWaves));
  const known = { waves, bySlug: new Map(waves.map((wave) => [wave.record.wave.slug, wave])) };
  return {
    find(route, path, query) {
      if (path.locale !== undefined && !isLocale(path.locale)) return null;
      const page = ROUTES[route];
      return page ? page.find(known, { path, params: paramsOf(query) }) : { ...NO_QUERY, scope: "all" };
    },
    ahead: pagesAhead(records),
  };
}

function pagesAhead(records: readonly WaveRecord[]): string[] {
  const newestFirst = records.map(({ wave }) => wave).toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1));
  const dashboards = newestFirst.flatMap(({ slug }) => LOCALES.map((locale) => `/${locale}/waves/${slug}`));
  return [...dashboards, ...LOCALES.map((locale) => `/${locale}`)];
}

function withoutQuery(scope: AddressScope): Route {
  return { reads: [], find: () => ({ ...NO_QUERY, scope }) };
}

/** A page narrowed over all waves at once. */
function ofAllWaves(
  reads: readonly string[],
  read: (waves: readonly KnownWave[], params: SearchParams) => ReadQuery | null,
): Route {
  return {
    reads,
    find({ waves }, { params }) {
      const found = read(waves, params);
      return found && { ...found, scope: "all" };
    },
  };
}

/** A page of the wave in its path. */
function ofWave(
  reads: readonly string[],
  read: (wave: KnownWave, params: SearchParams, path: PathParams) => ReadQuery | null,
): Route {
  return {
    reads,
    find({ bySlug }, { path, params }) {
      const wave = bySlug.get(path.wave ?? "");
      const found = wave ? read(wave, params, path) : null;
      return wave && found ? { ...found, scope: { wave: wave.record.wave.id } } : null;
    },
  };
}

type ReadWave = (wave: KnownWave, params: SearchParams, path: PathParams) => ReadQuery | null;

/** What adds up a wave: of a large one only a part is at hand, and the sum of a part would be taken for the whole. */
function ofWhole(read: ReadWave): ReadWave {
  return (wave, params, path) => (wave.record.part?.digest ? null : read(wave, params, path));
}

function ofWorkforce(wave: KnownWave, { workforce = "" }: PathParams): Holds {
  return wave.hasWorkforce(workforce);
}

/** The best first. What may exist has a page too, which then says that it cannot be shown. */
const HELD = ["now", "once", "unknown"] as const;

/** A page of something without the wave in its path: it depends on the wave that holds it. */
function holding(
  names: readonly string[],
  read: (wave: KnownWave, params: SearchParams) => ReadQuery | null,
  holds: (wave: KnownWave, path: PathParams) => Holds,
): Route {
  return {
    reads: [...names, LEFT_OUT],
    find({ waves }, { path, params }) {
      const each = waves.map((wave) => ({ wave, how: holds(wave, path) }));
      const wave = HELD.flatMap((how) => each.find((one) => one.how === how) ?? [])[0]?.wave;
      const found = wave ? read(wave, params) : null;
      return wave && found ? { ...found, scope: { wave: wave.record.wave.id } } : null;
    },
  };
}
