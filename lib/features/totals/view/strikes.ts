import type { DaysNotWorked } from "@/lib/domain/days-not-worked";
import type { Bounds } from "@/lib/domain/quantity";
import { type Stoppage, type StoppageDays, stoppageOf, totalDaysNotWorked } from "@/lib/domain/stoppage";
import { type CountedAction, countedActions } from "@/lib/domain/totals";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { actionLinks, claimLink, type NamedLink, type TotalsContext } from "./totals-context";

/** One strike as the standards measure it, in words. */
export type StrikeLine = {
  key: string;
  action: NamedLink;
  general: boolean;
  duration: string;
  directly: string;
  indirectly: string;
  days: string;
  /** How the days came about, and what somebody reported of them. */
  remarks: string[];
  claims: NamedLink[];
};

export type StrikesView = { lines: StrikeLine[]; total: string; sentences: string[] };

export type MeasuredStrike = { counted: CountedAction; stoppage: Stoppage };

/** Every strike of a record with its measures. */
export function measuredStrikes(record: WaveRecord): MeasuredStrike[] {
  return countedActions(record)
    .filter(({ kinds }) => kinds.includes("strike"))
    .map((counted) => ({ counted, stoppage: stoppageOf(counted) }));
}

/** Duration, workers and days not worked of the strikes of a wave, or of those one workforce took part in. */
export function strikesView(context: TotalsContext, workforceId: string | null = null): StrikesView {
  // As with totals: of a wave of which only a part is here, nothing is added up.
  const measured = context.record.part?.digest ? [] : measuredStrikes(context.record);
  const strikes = measured.filter(
    ({ counted }) => workforceId === null || counted.action.workforceIds.includes(workforceId),
  );
  const sum = totalDaysNotWorked(
    strikes.map(({ counted, stoppage }) => ({ stoppage, general: counted.action.general })),
  );
  const { words, silence } = context;
  const silentGeneral = strikes.filter(
    ({ counted, stoppage }) => counted.action.general && "refused" in stoppage.daysNotWorked,
  ).length;
  return {
    lines: strikes.map((strike) => lineOf(strike, context)),
    total: "refused" in sum ? words("days.none", { all: strikes.length, silence }) : daysWords(sum, context),
    sentences: [
      "refused" in sum ? null : words("days.rests", { claims: sum.claims, lacking: sum.withoutFigure }),
      // Counted apart, so that what lacks a number comes to the same here and where all strikes are counted together.
      "refused" in sum || silentGeneral === 0 ? null : words("general.silent", { count: silentGeneral, silence }),
      sum.excludedGeneral === 0 ? null : words("general.excluded", { count: sum.excludedGeneral }),
      words("days.calendar"),
    ].filter((sentence) => sentence !== null),
  };
}

function lineOf({ counted: { action }, stoppage }: MeasuredStrike, context: TotalsContext): StrikeLine {
  const { daysNotWorked: days } = stoppage;
  const { words } = context;
  return {
    key: action.id,
    action: actionLinks(context)(action.id),
    general: action.general,
    duration: durationWords(stoppage, context),
    directly: peopleWords(stoppage.directly, context),
    indirectly: peopleWords(stoppage.indirectly, context),
    days: "refused" in days ? words("days.unknown") : daysWords(days, context),
    remarks: [
      ...(action.workforceIds.length > 1 ? [words("days.shared", { count: action.workforceIds.length })] : []),
      ...("refused" in days ? [] : howWords(days, context)),
      ...stoppage.reported.map(({ range }) => words("days.reported", { amount: context.heard(range) })),
    ],
    claims: ("refused" in days ? [] : days.claims).map((id) => claimLink(id, context)),
  };
}

function durationWords({ duration: { min, max, open } }: Stoppage, context: TotalsContext): string {
  const days = daysWords({ lower: min, upper: max }, context);
  return open === null ? days : context.words(`duration.${open}`, { days });
}

function peopleWords(bounds: Bounds, context: TotalsContext): string {
  return context.heard({ ...bounds, unit: "people", approximate: false, unknown: "not_reported" });
}

function daysWords(bounds: Bounds & { approximate?: boolean }, context: TotalsContext): string {
  const { lower, upper, approximate = false } = bounds;
  const amount = context.quantity({ lower, upper, unit: "days", approximate, unknown: null });
  // "At least", "at most" and "about" ask for another case of the word in some languages.
  const isBounded = lower === null || upper === null || approximate;
  return context.words(isBounded ? "days.bounded" : "days.amount", { amount, count: upper ?? lower ?? 0 });
}

function howWords({ method, estimate, days }: StoppageDays, context: TotalsContext): string[] {
  const { words } = context;
  if (method !== "daily" || days === null) return [words(`days.${method === "average" ? "average" : "peak"}`)];
  return [words("days.daily", dailyCounts(days)), ...(estimate ? [words("days.estimate")] : [])];
}

function dailyCounts({ daysWithFigure, interpolatedDays, unknownDays }: DaysNotWorked) {
  return { known: daysWithFigure, filled: interpolatedDays, unknown: unknownDays };
}
