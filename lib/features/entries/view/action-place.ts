import { isValidOn, regionOfLocality } from "@/lib/domain/region-validity";
import type { LocalityRow, RegionRow, WaveRecord } from "@/lib/domain/wave-record";
import { languageTag } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { ProposedPlace } from "../schema/action-proposal";

export type Placed = { regionId: string | null; localityId: string | null };
type Places = {
  regions: readonly Pick<RegionRow, "id" | "validFrom" | "validTo">[];
  localities: readonly Pick<LocalityRow, "id" | "regions">[];
};

/** Where something was on a date: a locality with its region of that day. Null where no such place was. */
export function placedOn(place: ProposedPlace, date: string, { regions, localities }: Places): Placed | null {
  if (place.of === "country") return { regionId: null, localityId: null };
  if (place.of === "region") {
    const region = regions.find(({ id }) => id === place.id);
    return region && isValidOn(region, date) ? { regionId: region.id, localityId: null } : null;
  }
  const memberships = localities
    .filter(({ id }) => id === place.id)
    .flatMap(({ id, regions: homes }) => homes.map((home) => ({ ...home, localityId: id, regionCode: home.regionId })));
  const found = regionOfLocality(memberships, place.id, date);
  return "regionCode" in found ? { regionId: found.regionCode, localityId: place.id } : null;
}

type PlaceChoice = { value: string; label: string };
/** A city that is a region too has one name in both lists. */
export type PlaceChoices = { country: PlaceChoice; regions: PlaceChoice[]; localities: PlaceChoice[] };

/** The places of a wave to choose from: the whole country, its regions of the first day, and its localities. */
export function placeChoices(
  { regions, localities, wave }: Pick<WaveRecord, "regions" | "localities" | "wave">,
  said: { country: string; name(names: RegionRow["names"]): string; locale: Locale },
): PlaceChoices {
  const { compare } = new Intl.Collator(languageTag(said.locale));
  const byLabel = (a: { label: string }, b: { label: string }) => compare(a.label, b.label);
  return {
    country: { value: "country", label: said.country },
    regions: regions
      .filter((region) => isValidOn(region, wave.firstDay))
      .map(({ id, names }) => ({ value: `region ${id}`, label: said.name(names) }))
      .toSorted(byLabel),
    localities: localities
      .map(({ id, names }) => ({ value: `locality ${id}`, label: said.name(names) }))
      .toSorted(byLabel),
  };
}
