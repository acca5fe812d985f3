import { publishedOf } from "@/lib/domain/published";
import type { WorkforceReach } from "@/lib/domain/reach-share";
import type { DayReach } from "@/lib/domain/spread";
import type { SpreadKind } from "@/lib/domain/spread-records";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { ChartView, KeyMark } from "@/lib/shared/chart/chart";
import type { ReachBar, ReachDrawing, ReachPanel, TimeAxis } from "@/lib/shared/chart/drawing";
import { chartHead, countSources } from "./chart-head";
import { keyEntries } from "./chart-key";
import {
  countedActions,
  countReach,
  dateOf,
  type ReachCount,
  rangeWords,
  reachDays,
  regionsThen,
  widestDay,
} from "./reach-days";
import { populationsOf } from "./reach-shares";
import { reachTable } from "./reach-table";
import { notesOnAxis } from "./time-notes";
import { timeAxis, type ViewContext } from "./view-context";
import { workforceDays } from "./workforce-days";

export function reach(record: WaveRecord, context: ViewContext): ChartView<ReachDrawing> {
  const axis = timeAxis(record, context);
  const all = record.part?.digest?.reach ?? countedReach(record, axis);
  // What is kept of a large wave has all of its days, also those that had not come.
  const [days, nowhere] = [all.days, all.nowhere].map((some) => some.slice(0, axis.days.length)) as [
    DayReach[],
    DayReach[],
  ];
  const { veils: shown, notes } = notesOnAxis(record, axis, context);
  const { days: workforces } = workforceDays(record, axis);
  const panels = [
    ...(["regions", "places"] as const).map((unit) => panelOf(unit, days, context)),
    workforcePanel(days, workforces, context),
  ];
  return {
    kind: "reach",
    head: chartHead(record, context, {
      finding: findingOf(record, days, context),
      subtitle: context.words("reach.subtitle"),
      description: context.words("reach.description"),
      coverage: coverageOf(record, days, context),
      sources: countSources(publishedOf(record.actions)),
    }),
    key: keyEntries(keyOf(panels, shown.length > 0), [], context),
    drawing: {
      kind: "reach",
      axis,
      veils: shown,
      notes,
      panels,
      labels: { strikes: context.words("reach.strikes"), rallies: context.words("reach.rallies") },
    },
    ...reachTable(
      {
        ...{ days, nowhere, workforces, veils: shown },
        populations: populationsOf(record),
        notKnown: record.part?.digest?.reach.notKnown,
      },
      context,
    ),
  };
}

function countedReach(record: WaveRecord, axis: TimeAxis) {
  const { dated } = countedActions(record);
  const nowhere = dated.filter((action) => action.regionId === null);
  return { days: reachDays(dated, axis), nowhere: reachDays(nowhere, axis) };
}

function panelOf(unit: "regions" | "places", days: readonly DayReach[], context: ViewContext): ReachPanel {
  const bars = (kind: SpreadKind) =>
    days.map((day) => barOf({ unit, kind, day, count: countReach(day[kind][unit]) }, context));
  return { id: unit, title: context.words(`reach.${unit}`), strikes: bars("strike"), rallies: bars("rally") };
}

/** Only strikes have workforces: who comes to a rally is not counted by where they work. */
function workforcePanel(
  days: readonly DayReach[],
  workforces: readonly WorkforceReach[],
  context: ViewContext,
): ReachPanel {
  const strikes = days.map((day, index) => {
    const count = workforces[index] ?? { sure: 0, possible: 0 };
    return barOf({ unit: "workforces", kind: "strike", day, count }, context);
  });
  return { id: "workforces", title: context.words("reach.workforces"), strikes, rallies: [] };
}

type Counted = { unit: ReachPanel["id"]; kind: SpreadKind; day: DayReach; count: ReachCount };

function barOf({ unit, kind, day, count: { sure, possible } }: Counted, context: ViewContext): ReachBar {
  const date = dateOf(day, context.timeZone);
  const amount = rangeWords(sure, possible, context);
  return {
    id: `${unit}-${kind}-${date}`,
    href: context.waveHref(`/timeline?kind=${kind}&from=${date}&to=${date}`),
    title: context.words("reach.barTitle", {
      day: context.day(day.day.start),
      what: context.words(`reach.${kind}In.${unit}`, { amount, count: sure + possible }),
    }),
    at: (day.day.start + day.day.end) / 2,
    sure,
    possible,
    label: sure + possible === 0 ? "" : amount,
  };
}

function findingOf(record: WaveRecord, days: readonly DayReach[], context: ViewContext): string {
  const [strike, rally] = [widestDay(days, "strike"), widestDay(days, "rally")];
  const most = (widest: typeof strike) => (widest ? widest.sure + widest.possible : 0);
  const amount = (widest: typeof strike) => (widest ? rangeWords(widest.sure, widest.possible, context) : "");
  const dayOf = (widest: typeof strike) => (widest ? context.day(widest.day.day.start) : "");
  const values = {
    all: regionsThen(record),
    strikeRegions: most(strike),
    strikeAmount: amount(strike),
    strikeDay: dayOf(strike),
    rallyRegions: most(rally),
    rallyAmount: amount(rally),
    rallyDay: dayOf(rally),
  };
  return context.words("reach.finding", values);
}

function coverageOf(record: WaveRecord, days: readonly DayReach[], context: ViewContext): string {
  const whole = record.part?.digest;
  if (whole) {
    const { notKnownUpTo, withoutPlace, vague } = whole.reach;
    const notKnown = notKnownUpTo[days.length - 1] ?? 0;
    return context.words("reach.coverage", { notKnown, withoutPlace, all: whole.counts.actions, vague });
  }
  const notKnown = new Set(days.flatMap((day) => [...day.strike.notKnownWhetherOn, ...day.rally.notKnownWhetherOn]));
  const actions = publishedOf(record.actions);
  return context.words("reach.coverage", {
    notKnown: notKnown.size,
    withoutPlace: actions.filter((action) => action.localityId === null).length,
    all: actions.length,
    vague: countedActions(record).vague.length,
  });
}

function keyOf(panels: readonly ReachPanel[], veiled: boolean): [KeyMark, boolean][] {
  const bars = panels.flatMap((panel) => [...panel.strikes, ...panel.rallies]);
  return [
    ["strike", true],
    ["rally", true],
    ["possible", bars.some((bar) => bar.possible > 0)],
    ["veil", veiled],
  ];
}
