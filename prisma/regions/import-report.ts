import type { RegionImport } from "@/lib/features/regions/mutations/import-regions";
import { LOCALES } from "@/lib/shared/i18n/locales";
import type { CountryUnits } from "./country-units";
import type { How } from "./join-names";

const SAID: Record<How, string> = {
  named: "as you named it",
  same_name: "by name",
  words_within: "one name holds the other: please check",
  alike: "the names differ by a slip: please check",
};

/** What an operator should see before and after: what joined and how, what did not, which names are missing, what it weighs. */
export function linesOfImport(
  { joining, withoutUnit, drawn, bytes, simplifiedBy }: CountryUnits,
  { country, regions }: RegionImport,
  most: number,
): string[] {
  const { joined, left } = joining;
  const doubtful = joined.filter(({ how }) => how !== "same_name");
  const zones = [...new Set(regions.map(({ timeZone }) => timeZone))].toSorted();
  const boxed = (drawn.map.insets ?? []).map(({ codes }) => codes.join(" + "));
  return [
    `${country}: ${joined.length} of ${joined.length + left.length} units of the map joined a code of ISO 3166-2 and make ${regions.length} regions.`,
    ...doubtful.map(({ unit, to, how }) => `  "${unit}" is ${to.code} "${to.name}" (${SAID[how]})`),
    ...left.map(({ unit, maybe }) => `  "${unit}" joined nothing and is left out${advice(unit, maybe)}`),
    ...withoutUnit.map(({ code, name }) => `  ${code} "${name}" has no unit in the map`),
    ...LOCALES.flatMap((locale) => {
      const without = regions.filter(({ names }) => !names[locale]).length;
      return without === 0 ? [] : [`  ${without} regions have no name in ${locale}: give them with --names FILE`];
    }),
    `  Zones: ${zones.join(", ")}.`,
    boxed.length > 0 ? `  Far away, drawn in boxes of their own: ${boxed.join(", ")}.` : "  All drawn in one frame.",
    ...drawn.notDrawn.map(({ code, parts }) => `  ${parts} far parts of ${code} are not drawn.`),
    `  Outlines: ${(bytes / 1000).toFixed(1)} kB compressed of at most ${most / 1000}, with ${Math.round((1 - simplifiedBy) * 100)} of 100 points kept.`,
  ];
}

function advice(unit: string, maybe: readonly { code: string; name: string }[]): string {
  if (maybe.length === 0) return "; no name of ISO 3166-2 is like it";
  return `; say which: ${maybe.map(({ code }) => `--join "${unit}=${code}"`).join(" or ")}`;
}
