import { publishedOf } from "@/lib/domain/published";
import { isUnknown, type Quantity } from "@/lib/domain/quantity";
import { solidarityNetwork } from "@/lib/domain/solidarity";
import type { SolidarityRow } from "@/lib/domain/wave-record";
import { countSources, datesIn, type ListItem, workforceSlugs } from "@/lib/features/waves/view/facets";
import { isoOrEmpty, type ListFile, listFile } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { countryName } from "@/lib/shared/i18n/countries";

type ActionLink = { id: string; href: string; title: string };
export type SolidarityItem = ListItem & {
  from: string;
  country: string;
  /** The action supported; null when the whole wave is. */
  to: ActionLink | null;
  /** The action that the support itself is, when it is one. */
  as: ActionLink | null;
  amount: string | null;
};

/** Support given to an action or to the wave, in the order in which it was given; undated support last. */
export function solidarityView(context: ReadingContext): SolidarityItem[] {
  const isUndated = ({ givenAt }: SolidarityRow) => (givenAt.precision === "none" ? 1 : 0);
  return publishedOf(context.record.solidarity)
    .toSorted((a, b) => isUndated(a) - isUndated(b) || a.givenAt.earliest - b.givenAt.earliest)
    .map((row) => solidarityItem(row, context));
}

function solidarityItem(row: SolidarityRow, context: ReadingContext): SolidarityItem {
  const { actions } = context.record;
  const as = actions.find(({ id }) => id === row.asActionId);
  const to = actions.find(({ id }) => id === row.toActionId);
  const link = (action: typeof as): ActionLink | null =>
    action ? { id: action.id, href: context.recordHref(action.id), title: context.actionTitle(action) } : null;
  const regions = [...new Set([as?.regionId, to?.regionId].flatMap((id) => id ?? []))];
  return {
    id: row.id,
    href: context.recordHref(row.id),
    title: context.text(row.text),
    kindLabel: context.t(`solidarity.${row.kind}`),
    tone: "solidarity",
    when: context.moment(row.givenAt, as?.regionId ?? to?.regionId ?? null),
    place: null,
    details: [],
    marks: as && as.certainty !== "confirmed" ? [as.certainty] : [],
    sources: countSources(row.citations),
    from: context.text(row.supporterName),
    country: countryName(row.fromCountry, context.locale),
    to: link(to),
    as: link(as),
    amount: row.amount ? amountWords(row.amount, context) : null,
    facets: {
      workforces: workforceSlugs([row.workforceId], context),
      regions,
      kind: row.kind,
      kinds: [row.kind],
      claimants: [],
      measures: [],
      ...datesIn(row.givenAt, regions, context),
      known: row.amount === null ? null : !isUnknown(row.amount),
    },
  };
}

/** The number with what it counts, and the source's own words for it; what nobody knows counts nothing. */
function amountWords(amount: Quantity, { quantity, t }: ReadingContext): string {
  const said = amount.words === null ? "" : ` (“${amount.words}”)`;
  return isUnknown(amount)
    ? `${quantity(amount)}${said}`
    : `${quantity(amount)} ${t(`solidarity.unit.${amount.unit}`)}${said}`;
}

/** The same support for machines. */
export function solidarityFile(items: readonly SolidarityItem[], { record }: ReadingContext): ListFile {
  const network = solidarityNetwork(record);
  const supporters = new Map(network.supporters.map((supporter) => [supporter.key, supporter]));
  const slugs = (ids: readonly (string | null)[]) =>
    record.workforces.filter(({ id }) => ids.includes(id)).map(({ slug }) => slug);
  const acts = new Map(network.acts.map((act) => [act.row.id, act]));
  const rows = items.flatMap((item) => {
    const act = acts.get(item.id);
    if (act === undefined) return [];
    const { row, from, to } = act;
    return {
      ...{ id: row.id, kind: row.kind, text: item.title, from: item.from, country: row.fromCountry },
      supporter_kind: row.supporterKind,
      supporter_workforce: slugs([row.workforceId])[0] ?? null,
      supporter_region: supporters.get(from)?.regionId ?? null,
      to_workforces: slugs(to).join(" "),
      ...{ to_action: row.toActionId, as_action: row.asActionId },
      given_earliest: isoOrEmpty(row.givenAt.earliest),
      given_latest: isoOrEmpty(row.givenAt.latest),
      given_precision: row.givenAt.precision,
      amount_lower: row.amount?.lower ?? null,
      amount_upper: row.amount?.upper ?? null,
      amount_unit: row.amount?.unit ?? null,
      sources: row.citations.map(({ sourceId }) => sourceId).join(" "),
    };
  });
  return listFile("solidarity", rows);
}
