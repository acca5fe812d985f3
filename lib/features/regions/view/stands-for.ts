import { type PeopleRange, populationShare, type Share, type WorkforceReach } from "@/lib/domain/reach-share";
import type { DayReach } from "@/lib/domain/spread";
import { inLocalClocks } from "@/lib/features/figures/view/local-clocks";
import { countedActions, dateOf, rangeWords, reachDays } from "@/lib/features/figures/view/reach-days";
import { populationsOf } from "@/lib/features/figures/view/reach-shares";
import { notesOnAxis } from "@/lib/features/figures/view/time-notes";
import { timeAxis } from "@/lib/features/figures/view/view-context";
import { workforceDays } from "@/lib/features/figures/view/workforce-days";
import { regionsOfWave } from "./record-spread";
import type { SpreadContext } from "./spread-context";

/** A share in words, and drawn as a line from its lower to its upper end; null where there is none. */
export type ShareCell = { text: string; share: Share | null; remarks: string[] };
export type StandsForRow = {
  date: string;
  day: string;
  /** What happened on that day. */
  href: string;
  veiled: boolean;
  strikePopulation: ShareCell;
  rallyPopulation: ShareCell;
  workforces: ShareCell;
};
export type StandsForView = { rows: StandsForRow[]; populationSource: string | null; sizeSource: string };

/** For how many people each day stands: of the regions reached, and of the workforces on strike. */
export function standsForView(context: SpreadContext): StandsForView {
  const { record, lens, words } = context;
  const axis = timeAxis(record, context.axis);
  const local = inLocalClocks(record);
  const days = record.part?.digest?.reach.days ?? reachDays(countedActions(local).dated, axis);
  const { days: workforces, known, all } = workforceDays(local, axis);
  const { veils } = notesOnAxis(local, axis, context.axis);
  const populations = populationsOf(record);
  const rows = days.flatMap((day, index): StandsForRow[] => {
    const date = dateOf(day, context.axis.timeZone);
    if (lens.knownOn !== null && date > lens.knownOn) return [];
    return [
      {
        ...{ date, day: context.axis.day(day.day.start) },
        href: context.waveHref(`/timeline?from=${date}&to=${date}`),
        veiled: veils.some((veil) => veil.earliest < day.day.end && veil.latest >= day.day.start),
        strikePopulation: populationCell("strike", day, { populations, context }),
        rallyPopulation: populationCell("rally", day, { populations, context }),
        workforces: workforceCell(workforces[index], context),
      },
    ];
  });
  return {
    rows,
    populationSource: populationSource(populations, context),
    sizeSource: words("stand.sizeSource", { known, all }),
  };
}

type Populated = { populations: ReadonlyMap<string, number>; context: SpreadContext };

function populationCell(kind: "strike" | "rally", day: DayReach, { populations, context }: Populated): ShareCell {
  const { regions } = day[kind];
  if (regions.sure.length + regions.possible.length === 0) return noneReported(context);
  const share = populationShare(regions, populations);
  return { text: share ? percent(share, context) : context.words("stand.noPopulation"), share, remarks: [] };
}

function workforceCell(reach: WorkforceReach | undefined, context: SpreadContext): ShareCell {
  const { words } = context;
  if (reach === undefined || reach.sure + reach.possible + reach.unnamed === 0) return noneReported(context);
  const { sure, possible, unnamed, withoutSize, people, share } = reach;
  const counted = rangeWords(sure, possible, context.axis);
  const remarks = [
    ...(people ? [words("stand.people", { amount: context.quantity(known(people, "people")) })] : []),
    ...(withoutSize > 0 ? [words("stand.withoutSize", { count: withoutSize })] : []),
    ...(unnamed > 0 ? [words("stand.unnamed", { count: unnamed })] : []),
  ];
  const size = share ? percent(share, context) : words("stand.noSize");
  return { text: words("stand.counted", { counted, size }), share, remarks };
}

function noneReported({ words }: SpreadContext): ShareCell {
  return { text: words("stand.none"), share: null, remarks: [] };
}

function percent(share: Share, context: SpreadContext): string {
  return context.quantity(known(share, "percent"));
}

function known({ lower, upper }: PeopleRange, unit: "percent" | "people") {
  return { lower, upper, unit, approximate: false, unknown: null };
}

function populationSource(populations: ReadonlyMap<string, number>, context: SpreadContext): string | null {
  const regions = regionsOfWave(context.record);
  const on = regions.find(({ populationOn }) => populationOn !== null)?.populationOn;
  if (!on) return null;
  const total = [...populations.values()].reduce((sum, people) => sum + people, 0);
  return context.words("stand.populationSource", {
    date: context.date(on),
    total: context.number(total),
    without: regions.length - populations.size,
  });
}
