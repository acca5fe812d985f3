import type { Moment } from "@/lib/domain/moment";
import type { Joining } from "@/lib/domain/spread";
import { SPREAD_KINDS, type SpreadKind } from "@/lib/domain/spread-records";
import { type NoteLink, noteLinks } from "@/lib/features/coverage/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { languageTag } from "@/lib/shared/format/day";
import { joiningOrder, recordSpread } from "./record-spread";

export type NamedLink = { name: string; href: string };
/** Regions that joined at the same local time as far as anyone can say. */
export type JoiningRow = {
  regions: NamedLink[];
  when: string;
  /** The places they can have had in the true order: one number, or the first and last of several. */
  place: { best: number; worst: number };
  /** Those of `regions` that rest on one side's word alone. */
  claimedOnly: NamedLink[];
  /** Cuts that had begun by then: the regions may have joined earlier, unseen. */
  unseen: NoteLink[];
};
/** `neverUnseen`: cuts in regions without any such action, whose silence therefore means nothing. */
export type JoiningOfKind = { rows: JoiningRow[]; never: NamedLink[]; neverUnseen: NoteLink[]; joined: number };
export type JoiningView = Record<SpreadKind, JoiningOfKind> & {
  total: number;
  /** Actions too vaguely dated to be put in an order. */
  undated: NamedLink[];
};

/** In which order regions joined, strikes and rallies apart. What cannot be ordered stands on one line, as a tie. */
export function joiningView(context: ReadingContext): JoiningView {
  const spread = recordSpread(context.record);
  const order = joiningOrder(context.record, spread);
  const ofKind = (kind: SpreadKind): JoiningOfKind => ({
    rows: rowsOf(order[kind].joined, context),
    never: linksByName(order[kind].never, context),
    neverUnseen: noteLinks(
      order[kind].never.flatMap(({ gaps }) => gaps),
      context,
    ),
    joined: order[kind].joined.length,
  });
  const [strike, rally] = SPREAD_KINDS.map(ofKind) as [JoiningOfKind, JoiningOfKind];
  const undated = spread.undatedIds.map((id) => actionLink(id, context));
  return { strike, rally, total: spread.regions.length, undated };
}

/** When each region first joined, in words, by region and kind. */
export function firstByRegion(context: ReadingContext): Map<string, Partial<Record<SpreadKind, string>>> {
  const spread = recordSpread(context.record);
  const codes = spread.regions.map(({ id }) => id);
  const order = joiningOrder(context.record, spread);
  return new Map(
    codes.map((code) => {
      const words = SPREAD_KINDS.flatMap((kind) => {
        const joining = order[kind].joined.find(({ regionCode }) => regionCode === code);
        return joining ? [[kind, whenOf(joining, context)] as const] : [];
      });
      return [code, Object.fromEntries(words)];
    }),
  );
}

function rowsOf(joined: readonly Joining[], context: ReadingContext): JoiningRow[] {
  const byTime = Map.groupBy(joined, (joining) => whenOf(joining, context));
  return [...byTime].map(([when, together]) => ({
    when,
    regions: linksByName(together, context),
    // Midnight of one day is two instants in a country with two clocks, so regions of one day can differ in their places.
    place: {
      best: Math.min(...together.map(({ place }) => place.best)),
      worst: Math.max(...together.map(({ place }) => place.worst)),
    },
    unseen: noteLinks(
      together.flatMap(({ gaps }) => gaps),
      context,
    ),
    claimedOnly: linksByName(
      together.filter((one) => one.claimedOnly),
      context,
    ),
  }));
}

// The first action's own words where it is one; an interval made of several is said no finer than the coarsest of them.
export function whenOf({ earliest, latest, actionIds, regionCode }: Joining, context: ReadingContext): string {
  const starts = context.record.actions.filter(({ id }) => actionIds.includes(id)).map(({ period }) => period.start);
  const whole = starts.find((start) => start.earliest === earliest && start.latest === latest);
  const precision = starts.some((start) => start.precision === "inferred") ? "inferred" : "day";
  const moment: Moment = whole ?? { earliest, latest, precision };
  return context.moment(moment, regionCode);
}

function linksByName(joinings: readonly { regionCode: string }[], context: ReadingContext): NamedLink[] {
  const { compare } = new Intl.Collator(languageTag(context.locale));
  return joinings.map(({ regionCode }) => regionLink(regionCode, context)).toSorted((a, b) => compare(a.name, b.name));
}

export function regionLink(code: string, context: ReadingContext): NamedLink {
  const region = context.record.regions.find(({ id }) => id === code);
  return { name: context.text(region?.shortNames), href: context.waveHref(`/regions/${code}`) };
}

export function actionLink(id: string, context: ReadingContext): NamedLink {
  const action = context.record.actions.find((one) => one.id === id);
  return { name: action ? context.actionTitle(action) : id, href: context.recordHref(id) };
}
