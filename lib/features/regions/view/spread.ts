import { presenceIn } from "@/lib/domain/presence";
import { type RegionState, type RegionStateName, regionStateAt } from "@/lib/domain/spread";
import type { SpreadKind } from "@/lib/domain/spread-records";
import { publishedOf, type ReadingContext } from "@/lib/features/waves/view/reading-context";
import { firstByRegion, type NamedLink } from "./joining";
import { type PlaceMarker, placeMarkers } from "./markers";
import { type RecordSpread, recordSpread } from "./record-spread";
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
  /** The states in words, with what is only possible; the same for the map, the table and the list. */
  words: string;
  /** What the colours of a map cannot say: that a state is only possible, or may have gone on unseen. */
  doubt: string;
  summary: string;
  since: string | null;
  claims: { href: string; label: string };
};

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
  const spread = recordSpread(context.record);
  const steps = stepsIn(context);
  const step = nearestStep(steps, at) ?? openingStep(context);
  const firsts = firstByRegion(context);
  const states = statesAt(step, spread, context);
  const regions = spread.regions.map((region) => {
    const state = states.get(region.id) ?? { states: [], possibleOnly: [], notKnownWhetherOn: [] };
    return {
      code: region.id,
      name: context.text(region.names),
      shortName: context.text(region.shortNames),
      href: context.waveHref(`/regions/${region.id}`),
      ...saidOf(state, context),
      since: sinceWords(firsts.get(region.id) ?? {}, context),
      claims: claimsOf(region.id, context),
    };
  });
  const when = stepTitle(step, context);
  return {
    step,
    missed: wasLeftOut || (at !== null && !isStep(steps, at)),
    when,
    finding: findingOf(when, states, context),
    regions,
    markers: placeMarkers(spread, step, context),
    nationwide: nationwideAt(step, context),
    isVeiled: regions.some((region) => region.states.includes("no_coverage")),
  };
}

function statesAt(step: Step, spread: RecordSpread, context: Pick<ReadingContext, "zone">): Map<string, RegionState> {
  const actions = Map.groupBy(spread.actions, ({ regionCode }) => regionCode);
  return new Map(
    spread.regions.map(({ id }) => [
      id,
      regionStateAt(actions.get(id) ?? [], spread.events, spread.coverage, {
        regionCode: id,
        ...windowOf(step, context.zone(id)),
      }),
    ]),
  );
}

/** Opened without a moment, the map shows the day with the most regions, the first of them when several are even. */
export function openingStep(context: Pick<ReadingContext, "record" | "kept" | "lens" | "zone">): Step {
  if (context.record.part?.digest) return context.record.part.digest.openingStep;
  const spread = recordSpread(context.record);
  const days = stepsIn(context).filter(({ part }) => part === "day");
  const reach = (step: Step) => {
    const states = [...statesAt(step, spread, context).values()];
    return states.filter((state) => isIn(state, "strike") || isIn(state, "rally")).length;
  };
  const sized = days.map((step) => ({ step, size: reach(step) })).toSorted((a, b) => b.size - a.size);
  return sized[0]?.step ?? { key: "", date: context.record.wave.firstDay, part: "day" };
}

function saidOf(
  state: RegionState,
  { t }: ReadingContext,
): Pick<RegionAtStep, "states" | "possible" | "words" | "doubt" | "summary"> {
  const words = state.states.map((name) => {
    const said = t(`spread.state.${name}`);
    return state.possibleOnly.includes(name) ? t("spread.possibly", { state: said }) : said;
  });
  const summary = state.notKnownWhetherOn.length > 0 ? t("spread.notKnownWhetherOn") : "";
  const doubt = [state.possibleOnly.length > 0 ? words.join(", ") : "", summary].filter(Boolean).join("; ");
  return { states: state.states, possible: state.possibleOnly, words: words.join(", "), doubt, summary };
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

function findingOf(when: string, states: Map<string, RegionState>, { t, number }: ReadingContext): string {
  const all = [...states.values()];
  const count = (kind: SpreadKind) => {
    const having = all.filter((state) => isIn(state, kind));
    const sure = having.filter((state) => !state.possibleOnly.includes(kind)).length;
    return sure === having.length ? number(sure) : t("spread.countRange", { from: sure, to: having.length });
  };
  return t("spread.finding", { when, strikes: count("strike"), rallies: count("rally"), total: all.length });
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

function isIn(state: RegionState, kind: SpreadKind): boolean {
  return state.states.includes(kind);
}
