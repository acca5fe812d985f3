import type { Epoch, Moment } from "@/lib/domain/moment";
import type { Joining, JoiningOrder } from "@/lib/domain/spread";
import type { SpreadKind } from "@/lib/domain/spread-records";
import { inLocalClocks, localClocks } from "@/lib/features/figures/view/local-clocks";
import { notesOnAxis } from "@/lib/features/figures/view/time-notes";
import { timeAxis } from "@/lib/features/figures/view/view-context";
import type { TimeAxis, TimeNote, Veil } from "@/lib/shared/chart/drawing";
import { languageTag } from "@/lib/shared/format/day";
import { offsetMinutesOn } from "@/lib/shared/local-time";
import { regionLink, whenOf } from "./joining";
import { joiningOrder, recordSpread } from "./record-spread";
import type { SpreadContext } from "./spread-context";

/** When a region joined: somewhere between the two instants, on the region's own clock. */
export type JoiningBar = {
  href: string;
  title: string;
  from: Epoch;
  to: Epoch;
  /** "1", or "2–8": the places it can have had in the true order. */
  place: string;
  /** Rows of one rank cannot be put in order. */
  rank: number;
  /** All that says so is one side's word. */
  claimedOnly: boolean;
};
export type JoiningLane = { code: string; name: string; href: string; bar: JoiningBar | null; veils: Veil[] };

/** One row per region, the first to join above, those never in the record below; strikes and rallies each have theirs. */
export type JoiningChart = {
  kind: SpreadKind;
  finding: string;
  description: string;
  /** Of how many of the silent regions silence says nothing; null when of none. */
  unseen: string | null;
  /** Why dates beside each other can be a tie; null where all clocks are the same. */
  clocks: string | null;
  axis: TimeAxis;
  notes: TimeNote[];
  rows: JoiningLane[];
};

export function joiningCharts(context: SpreadContext): JoiningChart[] {
  const { record, words } = context;
  const spread = recordSpread(record);
  const order = joiningOrder(record, spread);
  const axis = timeAxis(record, context.axis);
  const { veils, notes } = notesOnAxis(inLocalClocks(record), axis, context.axis);
  const laneOf = (code: string, bar: JoiningBar | null): JoiningLane => ({
    ...{ code, bar, ...regionLink(code, context) },
    veils: veils.filter(({ regionId }) => regionId === null || regionId === code),
  });
  const cuts = notes.filter(({ isMethod }) => !isMethod);
  return (["strike", "rally"] as const).map((kind) => ({
    ...{ kind, axis, notes: cuts },
    finding: joiningFinding(kind, order[kind], context),
    description: words(`joining.description.${kind}`),
    unseen: unseenOf(order[kind], context),
    clocks: kind === "strike" ? clocksApart(context) : null,
    rows: sameTimesByName(
      [
        ...order[kind].joined.map((joining) => laneOf(joining.regionCode, barOf(kind, joining, { axis, context }))),
        ...order[kind].never.map(({ regionCode }) => laneOf(regionCode, null)),
      ],
      context,
    ),
  }));
}

/** The order they joined in stays; of those at the same local times the first in the reader's alphabet is above. */
function sameTimesByName(lanes: readonly JoiningLane[], { locale }: SpreadContext): JoiningLane[] {
  const { compare } = new Intl.Collator(languageTag(locale));
  const groups = Map.groupBy(lanes, ({ bar }) => (bar === null ? "" : `${bar.rank} ${bar.from} ${bar.to}`));
  return [...groups.values()].flatMap((own) => own.toSorted((a, b) => compare(a.name, b.name)));
}

type Drawn = { axis: TimeAxis; context: SpreadContext };

function barOf(kind: SpreadKind, joining: Joining, { axis, context }: Drawn): JoiningBar {
  const { regionCode, claimedOnly, rank, place } = joining;
  const shift = localClocks(context.record)(regionCode);
  const places = place.best === place.worst ? String(place.best) : `${place.best}–${place.worst}`;
  return {
    // Several actions may have been the first: they stand at the head of this list.
    href: context.waveHref(`/timeline?kind=${kind}&region=${regionCode}`),
    title: context.words("joining.barTitle", {
      region: regionLink(regionCode, context).name,
      when: whenOf(joining, context),
      place: places,
      claimed: claimedOnly ? "yes" : "no",
    }),
    from: within(shift(joining.earliest), axis),
    to: within(shift(joining.latest), axis),
    ...{ place: places, rank, claimedOnly },
  };
}

function within(at: Epoch, { start, end }: TimeAxis): Epoch {
  return Math.max(start, Math.min(at, end));
}

/** So many regions that may have been the first are named, more are counted. */
const MOST_NAMED = 3;

/** "Mangystau first, on 2 January; 14 of 17 regions by 5 January; 3 never in the record." */
export function joiningFinding(kind: SpreadKind, { joined, never }: JoiningOrder, context: SpreadContext): string {
  const { words, record } = context;
  const total = joined.length + never.length;
  const [first] = joined;
  if (first === undefined) return words(`joining.none.${kind}`, { total });
  const firsts = joined.filter(({ place }) => place.best === 1);
  const oneOf = new Intl.ListFormat(context.locale, { type: "disjunction" });
  const shift = localClocks(record);
  const lasts = joined.map(({ regionCode, latest }) => shift(regionCode)(latest));
  const when: Moment = {
    earliest: first.earliest,
    latest: Math.min(...firsts.map(({ latest }) => latest)),
    precision: "day",
  };
  const isOneDay = context.day(when.earliest, first.regionCode) === context.day(when.latest, first.regionCode);
  return words(`joining.finding.${kind}`, {
    firsts: firsts.length,
    names: oneOf.format(firsts.slice(0, MOST_NAMED).map((one) => regionLink(one.regionCode, context).name)),
    many: firsts.length > MOST_NAMED ? "yes" : "no",
    precision: isOneDay ? "day" : "other",
    when: isOneDay ? context.day(when.earliest, first.regionCode) : context.moment(when, first.regionCode),
    count: joined.length,
    total,
    by: context.axis.day(Math.max(...lasts)),
    never: never.length,
  });
}

/** How far the clocks of the regions are apart on the first day, in words. */
function clocksApart({ record, words, locale }: SpreadContext): string | null {
  const minutes = recordSpread(record).regions.flatMap(
    ({ utcOffsets }) => offsetMinutesOn(utcOffsets, record.wave.firstDay) ?? [],
  );
  const hours = minutes.length === 0 ? 0 : (Math.max(...minutes) - Math.min(...minutes)) / 60;
  if (hours === 0) return null;
  const unit = { style: "unit", unit: "hour", unitDisplay: "long" } as const;
  return words("joining.clocks", { apart: new Intl.NumberFormat(languageTag(locale), unit).format(hours) });
}

function unseenOf({ never }: JoiningOrder, { words }: SpreadContext): string | null {
  const silent = never.filter(({ gaps }) => gaps.length > 0).length;
  return silent === 0 ? null : words("joining.unseen", { silent, never: never.length });
}
