import timeZones from "cldr-bcp47/bcp47/timezone.json";

type Zone = { _alias?: string; _iana?: string; _region?: string; _deprecated?: boolean };

/** By their short ids, which begin with the country: `kzala` is that of Almaty. */
const zones = Object.entries(timeZones.keyword.u.tz as unknown as Record<string, Zone | string>).flatMap(
  ([id, zone]) => (typeof zone === "string" ? [] : [{ id, ...zone }]),
);

/** CLDR keeps a name once given; where IANA has another today, it says so: `Asia/Calcutta` is `Asia/Kolkata`. */
function nameOf({ _iana, _alias = "" }: Zone): string {
  return _iana ?? _alias.split(" ")[0] ?? "";
}

const names = new Map(
  zones.flatMap((zone) => (zone._alias ?? "").split(" ").map((name) => [name, nameOf(zone)] as const)),
);

/** The name of today of a zone, by any that it had. */
export function zoneNameOfToday(name: string): string {
  return names.get(name) ?? name;
}

/** The zones of a country by their names of today: those of its recorded regions first, then the others it has. */
export function zonesOfCountry(country: string, ofRegions: readonly string[]): string[] {
  const own = zones.filter(
    ({ id, _region, _deprecated }) => _deprecated !== true && (_region ?? id.slice(0, 2).toUpperCase()) === country,
  );
  return [...new Set([...ofRegions.map(zoneNameOfToday), ...own.map(nameOf).toSorted()])];
}
