import type { SolidarityNetwork, SupportAct, Supporter } from "@/lib/domain/solidarity";
import { regionOfSupport } from "@/lib/domain/where";
import { countryName } from "@/lib/shared/i18n/countries";
import type { SolidarityContext } from "./solidarity-context";

/** How much a drawing holds; what is beyond it stands in the table and the list alone, and the drawing says so. */
export const MOST_ACTS_DRAWN = 60;

/** A supporter in words. Only a recorded workforce has a page of its own. */
export type SupporterLabel = { key: string; name: string; href: string | null; isAbroad: boolean };

/** Supporters of one region or country together, under its name. */
export type SupportGroup = { key: string; heading: string; isAbroad: boolean; supporters: SupporterLabel[] };

/** The network with no more acts than a drawing can hold, the first ones, and only the ends that these have. */
export function drawnPart(network: SolidarityNetwork): SolidarityNetwork {
  const acts = network.acts.slice(0, MOST_ACTS_DRAWN);
  const [from, to] = [new Set(acts.map((act) => act.from)), new Set(acts.flatMap((act) => act.to))];
  return {
    acts,
    supporters: network.supporters.filter(({ key }) => from.has(key)),
    supported: network.supported.filter(({ key }) => to.has(key)),
  };
}

/** By region and country in the order of the first act of each; who stood by from abroad comes last, on lines of its own. */
export function supportGroups(supporters: readonly Supporter[], context: SolidarityContext): SupportGroup[] {
  const groups = Map.groupBy(supporters, ({ country, regionId, isAbroad }) =>
    isAbroad ? country : (regionId ?? "no region"),
  );
  return [...groups]
    .map(([key, members]) => ({
      key,
      heading: members[0] ? headingOf(members[0], context) : "",
      isAbroad: members[0]?.isAbroad ?? false,
      supporters: members.map((supporter) => supporterLabel(supporter, context)),
    }))
    .toSorted((a, b) => Number(a.isAbroad) - Number(b.isAbroad));
}

function headingOf(supporter: Supporter, context: SolidarityContext): string {
  const place = placeOf(supporter, context);
  return supporter.isAbroad ? context.words("fromAbroad", { country: place }) : place;
}

export function supporterLabel(
  { key, workforceId, names, isAbroad }: Supporter,
  context: SolidarityContext,
): SupporterLabel {
  const slug = context.record.workforces.find(({ id }) => id === workforceId)?.slug;
  const href = slug === undefined ? null : context.workforceHref(slug);
  return { key, name: context.text(names), href, isAbroad };
}

/** Where a supporter stood: its region; the country where no region is recorded. */
export function placeOf({ regionId, country }: Supporter, context: SolidarityContext): string {
  const region = context.record.regions.find(({ id }) => id === regionId);
  return region ? context.text(region.shortNames) : countryName(country, context.locale);
}

/** True where the action that the act itself was is told by one side only, or contradicted. */
export function isUnsure({ row }: SupportAct, { record }: SolidarityContext): boolean {
  const as = record.actions.find(({ id }) => id === row.asActionId);
  return as !== undefined && as.certainty !== "confirmed";
}

/** One act in whole words: what, when, by whom; the address of its record. */
export function actTitle({ row }: SupportAct, context: SolidarityContext): string {
  const { record } = context;
  const when = context.moment(row.givenAt, regionOfSupport(row, record));
  const said = context.words("actTitle", {
    ...{ kind: context.t(`solidarity.${row.kind}`), when, text: context.text(row.text) },
  });
  const certainty = record.actions.find(({ id }) => id === row.asActionId)?.certainty ?? "confirmed";
  return certainty === "confirmed" ? said : `${said} (${context.t(`mark.${certainty}`)})`;
}
