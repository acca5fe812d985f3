import { presenceIn } from "@/lib/domain/presence";
import { publishedOf } from "@/lib/domain/published";
import type { RegionStateName } from "@/lib/domain/spread";
import type { SpreadKind } from "@/lib/domain/spread-records";
import type { MapAtStep, RegionOnMap } from "@/lib/domain/wave-digest";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { actionLink, firstByRegion, type NamedLink } from "./joining";
import { crowdSizes, mapAtStep } from "./map-at-step";
import { type PlaceMarker, placeMarkers } from "./markers";
import { recordSpread, regionsOfWave } from "./record-spread";
import { byRegionName } from "./region-order";
import { stepTitle } from "./step-labels";
import { type AskedStep, isStep, nearestStep, type Step, stepsIn, windowOf } from "./steps";

export type RegionAtStep = {
  code: string;
  name: string;
  shortName: string;
  href: string;
  states: RegionStateName[];
  /** Those of `states` that may have been, because no finer time is known. */
  possible: RegionStateName[];
  /** Something began earlier, and no one has said whether it went on. */
  notKnownWhetherOn: boolean;
  /** The states in words, with what is only possible; the same for the map, the table and the list. */
  words: string;
  /** What the colours of a map cannot say: that a state is only possible, or may have gone on unseen. */
  doubt: string;
  summary: string;
  since: string | null;
  claims: { href: string; label: string };
  /** Actions that went on there, or may have: the first of them, and how many more. */
  happened: HappenedThere[];
  more: { href: string; count: number } | null;
  /** What was counted of the region as a whole, in words. */
  whole: { href: string; size: string } | null;
};

export type HappenedThere = NamedLink & { possible: boolean; size: string | null };

export type SpreadView = {
  step: Step;
  /** The address asked for a moment this wave does not have, and `step` is shown instead. */
  missed: boolean;
  /** The step's name in a sentence: "4 January, evening". */
  when: string;
  finding: string;
  regions: RegionAtStep[];
  markers: PlaceMarker[];
  /** Measures and events of the whole country at this moment, which are not painted over every region. */
  nationwide: NamedLink[];
  isVeiled: boolean;
};

/** The map at the moment of an address; one that is no step of this wave gives the nearest. */
export function spreadView(context: ReadingContext, { at, wasLeftOut }: AskedStep): SpreadView {
  const steps = stepsIn(context);
  const step = nearestStep(steps, at) ?? openingStep(context);
  const firsts = firstByRegion(context);
  const map = mapIn(context, step);
  const inOrder = regionsOfWave(context.record).toSorted(byRegionName(context));
  const regions = inOrder.map((region) => {
    const state = map.regions[region.id] ?? NOTHING_ON;
    return {
      code: region.id,
      name: context.text(region.names),
      shortName: context.text(region.shortNames),
      href: context.waveHref(`/regions/${region.id}`),
      ...saidOf(state, context),
      since: sinceWords(firsts.get(region.id) ?? {}, context),
      claims: claimsOf(region.id, context),
      ...happenedIn(region.id, state, { step, context }),
    };
  });
  const when = stepTitle(step, context);
  return {
    step,
    missed: wasLeftOut || (at !== null && !isStep(steps, at)),
    when,
    finding: findingOf(when, map, context),
    regions,
    markers: placeMarkers(map.places, step, context),
    nationwide: nationwideAt(step, context),
    isVeiled: regions.some((region) => region.states.includes("no_coverage")),
  };
}

const NOTHING_ON: RegionOnMap = { states: [], possibleOnly: [], notKnownWhetherOn: 0, on: 0, firstOn: [], size: null };

function happenedIn(
  code: string,
  { on, firstOn, size }: RegionOnMap,
  { step, context }: { step: Step; context: ReadingContext },
): Pick<RegionAtStep, "happened" | "more" | "whole"> {
  const happened = firstOn.map(({ id, possible, size }) => ({
    ...actionLink(id, context),
    possible,
    size: size && context.quantity({ ...size, unknown: null }),
  }));
  const href = context.waveHref(`/timeline?region=${code}&from=${step.date}&to=${step.date}`);
  const figures = context.waveHref(`/regions/${code}#figures`);
  return {
    happened,
    more: on > firstOn.length ? { href, count: on - firstOn.length } : null,
    whole: size && { href: figures, size: context.quantity({ ...size, unknown: null }) },
  };
}

/** The map of all of the wave, also where only a part of it is here. */
function mapIn({ record, zone }: ReadingContext, step: Step): MapAtStep {
  if (record.part?.map) return record.part.map;
  const { localities } = record;
  return mapAtStep(step, { spread: recordSpread(record), localities, zone, ...crowdSizes(record, step, zone) });
}

/** Opened without a moment, the map shows the day with the most regions, the first of them when several are even. */
export function openingStep(context: Pick<ReadingContext, "record" | "kept" | "lens" | "zone">): Step {
  const { record, zone } = context;
  if (record.part?.digest) return record.part.digest.openingStep;
  const sources = { spread: recordSpread(record), localities: [], zone, sizeOf: () => null, sizeIn: () => null };
  return (
    widestStep(stepsIn(context), (step) => mapAtStep(step, sources)) ?? {
      key: "",
      date: record.wave.firstDay,
      part: "day",
    }
  );
}

/** The day on which the most regions had strikes or rallies; the first of them when several are even. */
export function widestStep(steps: readonly Step[], mapAt: (step: Step) => MapAtStep): Step | undefined {
  const reach = (step: Step) =>
    Object.values(mapAt(step).regions).filter((state) => isIn(state, "strike") || isIn(state, "rally")).length;
  const days = steps.filter(({ part }) => part === "day").map((step) => ({ step, size: reach(step) }));
  return days.toSorted((a, b) => b.size - a.size)[0]?.step;
}

function saidOf(
  state: RegionOnMap,
  { t }: ReadingContext,
): Pick<RegionAtStep, "states" | "possible" | "notKnownWhetherOn" | "words" | "doubt" | "summary"> {
  const words = state.states.map((name) => {
    const said = t(`spread.state.${name}`);
    return state.possibleOnly.includes(name) ? t("spread.possibly", { state: said }) : said;
  });
  const notKnownWhetherOn = state.notKnownWhetherOn > 0;
  const summary = notKnownWhetherOn ? t("spread.notKnownWhetherOn") : "";
  const doubt = [state.possibleOnly.length > 0 ? words.join(", ") : "", summary].filter(Boolean).join("; ");
  return {
    ...{ states: state.states, possible: state.possibleOnly, notKnownWhetherOn },
    ...{ words: words.join(", "), doubt, summary },
  };
}

function sinceWords(first: Partial<Record<SpreadKind, string>>, { t }: ReadingContext): string | null {
  const said = (["strike", "rally"] as const).flatMap((kind) => {
    const when = first[kind];
    return when ? [t(`spread.since.${kind}`, { when })] : [];
  });
  return said.length > 0 ? said.join("; ") : null;
}

function claimsOf(regionId: string, context: ReadingContext): RegionAtStep["claims"] {
  const { actions, events, part } = context.record;
  const known = part?.digest && (part.digest.onRecord[regionId] ?? 0);
  const count =
    known ?? [...publishedOf(actions), ...publishedOf(events)].filter((one) => one.regionId === regionId).length;
  return {
    href: context.waveHref(`/timeline?region=${regionId}`),
    label: context.t("spread.claims", { count }),
  };
}

function findingOf(when: string, { regions }: MapAtStep, { t, number }: ReadingContext): string {
  const all = Object.values(regions);
  const any = (kind: SpreadKind) => (all.some((state) => isIn(state, kind)) ? "yes" : "no");
  const count = (kind: SpreadKind) => {
    const having = all.filter((state) => isIn(state, kind));
    const sure = having.filter((state) => !state.possibleOnly.includes(kind)).length;
    // Where reports were cut off it may have gone on unseen.
    const isOpen = all.some((state) => isIn(state, "no_coverage") && !isIn(state, kind));
    if (isOpen && sure > 0) return t("spread.countAtLeast", { count: number(sure) });
    return sure === having.length ? number(sure) : t("spread.countRange", { from: sure, to: having.length });
  };
  return t("spread.finding", {
    ...{ when, total: all.length },
    ...{ strikes: count("strike"), rallies: count("rally"), anyStrikes: any("strike"), anyRallies: any("rally") },
  });
}

function nationwideAt(step: Step, context: ReadingContext): NamedLink[] {
  const window = windowOf(step, context.record.wave.timeZone);
  return publishedOf(context.record.events)
    .filter(({ regionId, period, certainty }) => {
      const isDated = !["week", "month", "none"].includes(period.start.precision);
      if (regionId !== null || !isDated || certainty === "contradicted") return false;
      return presenceIn({ period: { ...period, end: null }, lastKnownAt: null }, window) === "sure";
    })
    .toSorted((a, b) => a.period.start.earliest - b.period.start.earliest)
    .map(({ id, text }) => ({ name: context.text(text), href: context.recordHref(id) }));
}

function isIn(state: RegionOnMap, kind: RegionStateName): boolean {
  return state.states.includes(kind);
}
