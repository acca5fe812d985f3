/** A civil date, `YYYY-MM-DD`. Regions change by law on a date, not at an instant, so no time zone is involved. */
export type CivilDate = string;

/** The dates something holds: `validFrom` is the first day, `validTo` the first day after. Null is open. */
export type Validity = { validFrom: CivilDate | null; validTo: CivilDate | null };

/** A locality's membership in a region between two dates. */
export type Membership = Validity & { localityId: string; regionCode: string };

/** True when `date` is on or after `validFrom` and before `validTo`. */
export function isValidOn(validity: Validity, date: CivilDate): boolean {
  return (validity.validFrom ?? date) <= date && (validity.validTo === null || date < validity.validTo);
}

/** The regions that existed on the date. Kazakhstan: 17 units on 2022-06-07, 20 on 2022-06-08 (ISO 3166-2:KZ). */
export function regionsOn<R extends Validity>(regions: readonly R[], date: CivilDate): R[] {
  return regions.filter((region) => isValidOn(region, date));
}

/**
 * The region a locality belonged to on the date, which is not always today's: Zhezkazgan was in Karaganda Region until
 * 2022-06-08. Refuses when none is recorded for the date, or more than one: a guess would move a strike.
 */
export function regionOfLocality(
  memberships: readonly Membership[],
  localityId: string,
  date: CivilDate,
): { regionCode: string } | { refused: "no_region_then" | "several_regions_then" } {
  const codes = new Set(
    memberships
      .filter((entry) => entry.localityId === localityId && isValidOn(entry, date))
      .map((entry) => entry.regionCode),
  );
  const [code] = codes;
  if (code === undefined) return { refused: "no_region_then" };
  return codes.size === 1 ? { regionCode: code } : { refused: "several_regions_then" };
}
