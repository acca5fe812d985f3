import { type SolidarityNetwork, type SupportAct, type Supported, solidarityNetwork } from "@/lib/domain/solidarity";
import type { SolidarityKind, SolidarityRow } from "@/lib/domain/wave-record";
import type { ChartTable, LinkedText } from "@/lib/shared/chart/chart";
import type { SolidarityContext } from "./solidarity-context";
import {
  actTitle,
  drawnPart,
  isUnsure,
  placeOf,
  type SupportGroup,
  supporterLabel,
  supportGroups,
} from "./support-groups";

/** Who was supported, in words: a workforce, an action or the whole wave, with the region it was in. */
export type SupportedLabel = { key: string; name: string; href: string; place: string | null };

export type NetworkAct = {
  id: string;
  href: string;
  title: string;
  kind: SolidarityKind;
  isUnsure: boolean;
  from: string;
  to: string[];
};

/** The drawing of who stood by whom, with the sentence it says and the same as a table. */
export type NetworkView = {
  finding: string;
  description: string;
  groups: SupportGroup[];
  supported: SupportedLabel[];
  acts: NetworkAct[];
  kinds: { kind: SolidarityKind; label: string }[];
  /** Acts that the drawing has no room for. */
  left: number;
  table: ChartTable;
};

/** The acts given, which are those a list shows, between supporter and supported. */
export function networkView(rows: readonly SolidarityRow[], context: SolidarityContext): NetworkView {
  const network = solidarityNetwork({ ...context.record, solidarity: [...rows] });
  const drawn = drawnPart(network);
  const used = new Set(network.acts.map(({ row }) => row.kind));
  return {
    finding: findingOf(network, context),
    description: context.words("network.description"),
    groups: supportGroups(drawn.supporters, context),
    supported: drawn.supported.map((end) => supportedLabel(end, context)),
    acts: drawn.acts.map((act) => ({
      ...{ id: act.row.id, href: context.recordHref(act.row.id), title: actTitle(act, context) },
      ...{ kind: act.row.kind, isUnsure: isUnsure(act, context), from: act.from, to: act.to },
    })),
    kinds: [...used].map((kind) => ({ kind, label: context.t(`solidarity.${kind}`) })),
    left: network.acts.length - drawn.acts.length,
    table: networkTable(network, context),
  };
}

function findingOf({ acts, supporters }: SolidarityNetwork, { words, record }: SolidarityContext): string {
  if (record.part !== undefined) return words("network.findingOfPart");
  const abroad = supporters.filter(({ isAbroad }) => isAbroad).length;
  return words("network.finding", { acts: acts.length, supporters: supporters.length, abroad });
}

function supportedLabel(end: Supported, context: SolidarityContext): SupportedLabel {
  const { record } = context;
  const region = record.regions.find(({ id }) => id === end.regionId);
  const place = region ? context.text(region.shortNames) : null;
  if (end.kind === "wave") return { key: end.key, name: context.words("wholeWave"), href: context.waveHref(""), place };
  if (end.kind === "workforce") {
    const workforce = record.workforces.find(({ id }) => id === end.workforceId);
    const href = workforce ? context.workforceHref(workforce.slug) : context.recordHref(end.workforceId);
    return { key: end.key, name: workforce ? context.text(workforce.names) : end.workforceId, href, place };
  }
  const action = record.actions.find(({ id, state }) => id === end.actionId && state === "published");
  const name = action ? context.actionTitle(action) : context.words("notInForce", { id: end.actionId });
  return { key: end.key, name, href: context.recordHref(end.actionId), place: null };
}

/** A row for each supporter and each it supported, with every act that leads from one to the other. */
function networkTable(network: SolidarityNetwork, context: SolidarityContext): ChartTable {
  const { words } = context;
  const rows = network.supporters.flatMap((supporter) => {
    const acts = network.acts.filter(({ from }) => from === supporter.key);
    const ends = network.supported.filter(({ key }) => acts.some(({ to }) => to.includes(key)));
    const { name, href } = supporterLabel(supporter, context);
    return ends.map((end) => {
      const between = acts.filter(({ to }) => to.includes(end.key));
      const [first] = between;
      const target = supportedLabel(end, context);
      const cells: LinkedText[] = [
        { text: name, href },
        { text: placeOf(supporter, context), href: null },
        { text: target.name, href: target.href },
        { text: kindsOf(between, context), href: null },
        { text: first ? actTitle(first, context) : "", href: first ? context.recordHref(first.row.id) : null },
      ];
      return { id: `${supporter.key} ${end.key}`, cells };
    });
  });
  const columns = (["supporter", "place", "supported", "how", "first"] as const).map((key) => words(`column.${key}`));
  return { caption: words("network.caption"), columns, rows };
}

/** "Solidarity rally; statement (2)". */
function kindsOf(acts: readonly SupportAct[], context: SolidarityContext): string {
  const kinds = Map.groupBy(acts, ({ row }) => row.kind);
  return [...kinds]
    .map(([kind, those]) => {
      const label = context.t(`solidarity.${kind}`);
      return those.length === 1 ? label : `${label} (${context.number(those.length)})`;
    })
    .join("; ");
}
