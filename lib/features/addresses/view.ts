import type { WaveRecord } from "@/lib/domain/wave-record";
import { isLocale, LOCALES } from "@/lib/shared/i18n/locales";
import type { AddressBook, AddressScope, PublicAddress } from "@/lib/shared/public-address";
import { LEFT_OUT, paramsOf, type SearchParams } from "@/lib/shared/search-params";
import { type KnownWave, knownWave } from "./view/known-wave";
import {
  chartFileQuery,
  listFileQuery,
  listQuery,
  momentQuery,
  NO_QUERY,
  type ReadQuery,
  searchQuery,
  workforcesQuery,
} from "./view/queries";

type PathParams = Readonly<Record<string, string>>;
type Known = { waves: readonly KnownWave[]; bySlug: ReadonlyMap<string, KnownWave> };
type Asked = { path: PathParams; params: SearchParams };
/** The page of an address, or null when there is none. `reads` are the parameters it makes anything of. */
type Route = { reads: readonly string[]; find(known: Known, asked: Asked): PublicAddress | null };

const FILTERS = ["region", "kind", "from", "to", LEFT_OUT];
const PEOPLE = ["workforce", "claimant", "known"];
const WAVE = "/[locale]/waves/[wave]";
const FILES = "/api/v1/waves/[wave]";

/** Pages that nothing published can change. */
export const TEXT_ROUTES: readonly string[] = [
  "/[locale]/about",
  "/[locale]/credits",
  "/[locale]/glossary",
  "/[locale]/methodology",
  "/[locale]/safety",
];

const ROUTES: Readonly<Record<string, Route>> = {
  "/[locale]": withoutQuery("all"),
  "/[locale]/search": { reads: ["q"], find: (_, { params }) => ({ ...searchQuery(params), scope: "all" }) },
  "/sitemap.xml": withoutQuery("all"),
  ...Object.fromEntries(TEXT_ROUTES.map((route) => [route, withoutQuery("none")])),
  // Stands for every path that leads nowhere.
  "/[locale]/[...rest]": { reads: [], find: () => null },
  "/[locale]/records/[id]": holding((wave, { id = "" }) => wave.hasRecord(id)),
  "/api/v1/records/[id]": holding((wave, { id = "" }) => wave.hasRecord(id.replace(/\.json$/, ""))),
  "/[locale]/workforces/[workforce]": holding(({ record }, { workforce }) =>
    record.workforces.some(({ slug, id }) => slug === workforce || id === workforce),
  ),
  [WAVE]: ofWave(["at", LEFT_OUT], momentQuery),
  [`${WAVE}/spread`]: ofWave(["at", LEFT_OUT], momentQuery),
  [`${WAVE}/regions/[code]`]: ofWave([], (wave, _, { code = "" }) => (wave.hasRegion(code) ? NO_QUERY : null)),
  [`${WAVE}/workforces`]: ofWave(["employer", "region", "known", LEFT_OUT], workforcesQuery),
  [`${WAVE}/timeline`]: ofWave([...PEOPLE, ...FILTERS], listQuery("timeline")),
  [`${WAVE}/demands`]: ofWave([...PEOPLE, ...FILTERS], listQuery("demands")),
  [`${WAVE}/solidarity`]: ofWave([...PEOPLE, ...FILTERS], listQuery("solidarity")),
  [`${WAVE}/sources`]: ofWave([...PEOPLE, ...FILTERS], listQuery("sources")),
  [`${WAVE}/data`]: ofWave([], () => NO_QUERY),
  [`${FILES}/charts/[chart]`]: ofWave(["locale", "workforce", "region", "width", "v"], chartFileQuery),
  [`${FILES}/timeline.csv`]: ofWave([...PEOPLE, ...FILTERS, "locale"], listFileQuery("timeline")),
  [`${FILES}/demands.csv`]: ofWave([...PEOPLE, ...FILTERS, "locale"], listFileQuery("demands")),
  [`${FILES}/solidarity.csv`]: ofWave([...PEOPLE, ...FILTERS, "locale"], listFileQuery("solidarity")),
  [`${FILES}/sources.csv`]: ofWave([...PEOPLE, ...FILTERS, "locale"], listFileQuery("sources")),
  [`${FILES}/figures.csv`]: ofWave([], () => NO_QUERY),
  [`${FILES}/workforces.csv`]: ofWave([], () => NO_QUERY),
};

/** Every route the book knows, with the names its page reads from the query: a test holds it against the pages. */
export const KNOWN_ROUTES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(ROUTES).map(([route, { reads }]) => [route, reads]),
);

/** Which public addresses exist as of one edition, what each makes of its query, and on which waves it depends. */
export function addressBook(records: readonly WaveRecord[]): AddressBook {
  const waves = records.map(knownWave);
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

/** A page of something without the wave in its path: it depends on the wave that holds it. */
function holding(isIn: (wave: KnownWave, path: PathParams) => boolean): Route {
  return {
    reads: [],
    find({ waves }, { path }) {
      const wave = waves.find((one) => isIn(one, path));
      return wave ? { ...NO_QUERY, scope: { wave: wave.record.wave.id } } : null;
    },
  };
}
