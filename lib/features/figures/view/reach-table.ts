import type { WorkforceReach } from "@/lib/domain/reach-share";
import type { DayReach } from "@/lib/domain/spread";
import type { SpreadKind } from "@/lib/domain/spread-records";
import type { ChartFile, ChartTable } from "@/lib/shared/chart/chart";
import type { Veil } from "@/lib/shared/chart/drawing";
import { columnNames } from "@/lib/shared/files/file-registry";
import { countReach, dateOf, type ReachCount, rangeWords } from "./reach-days";
import { shareFields } from "./reach-shares";
import { linked, type ViewContext } from "./view-context";

const COUNTS = [
  ["strike", "regions"],
  ["strike", "places"],
  ["rally", "regions"],
  ["rally", "places"],
] as const;

/** `nowhere`: the same days with only the actions that name no region. */
type Shown = {
  days: readonly DayReach[];
  /** Of the same days, the workforces on strike; and how many live in each region. */
  workforces: readonly WorkforceReach[];
  populations: ReadonlyMap<string, number>;
  nowhere: readonly DayReach[];
  veils: readonly Veil[];
  /** How many of each day are not known to have gone on, where they are too many to be named. */
  notKnown: readonly Record<SpreadKind, number>[] | undefined;
};
/** One day of it. */
type DayShown = {
  day: DayReach;
  nowhere: DayReach | undefined;
  workforces: WorkforceReach | undefined;
  populations: ReadonlyMap<string, number>;
  notKnown: Record<SpreadKind, number>;
};

/** One row per day: both units, strikes and rallies apart, and what could not be seen. */
export function reachTable(
  { days, nowhere, workforces, populations, veils, notKnown }: Shown,
  context: ViewContext,
): { table: ChartTable; file: ChartFile } {
  const column = (key: string) => context.words(`column.${key}`);
  const shown = days.map((day, index): DayShown => {
    const [strike, rally] = [day.strike.notKnownWhetherOn.length, day.rally.notKnownWhetherOn.length];
    return {
      ...{ day, nowhere: nowhere[index], workforces: workforces[index], populations },
      notKnown: notKnown?.[index] ?? { strike, rally },
    };
  });
  return {
    table: {
      caption: context.words("reach.caption"),
      columns: [
        column("day"),
        ...COUNTS.map(([kind, unit]) => context.words(`reach.column.${kind}.${unit}`)),
        context.words("reach.column.strike.workforces"),
        column("notKnownWhetherOn"),
        column("coverage"),
      ],
      rows: shown.map((one) => ({ id: dateOf(one.day, context.timeZone), cells: cellsOf(one, veils, context) })),
    },
    file: { header: columnNames("reach"), rows: shown.map((one) => fieldsOf(one, veils, context)) },
  };
}

function veilsOn(day: DayReach, veils: readonly Veil[]): Veil[] {
  return veils.filter((veil) => veil.earliest < day.day.end && veil.latest >= day.day.start);
}

type Unit = "regions" | "places" | "workforces";

/**
 * Whether more may have been reached than was reported: where reports were cut, an action may have been anywhere or may
 * still have been on. Unknown is not zero.
 */
function isOpen({ day, nowhere, workforces, notKnown }: DayShown, veiled: boolean, of: readonly [SpreadKind, Unit]) {
  const [kind, unit] = of;
  const unplaced = {
    regions: nowhere?.[kind].withoutPlace,
    places: day[kind].withoutPlace,
    workforces: workforces?.unnamed,
  };
  return veiled || (unplaced[unit] ?? 0) > 0 || notKnown[kind] > 0;
}

function cellsOf(shown: DayShown, veils: readonly Veil[], context: ViewContext) {
  const { day, workforces, notKnown } = shown;
  const date = dateOf(day, context.timeZone);
  const veil = veilsOn(day, veils)[0];
  const count = (kind: SpreadKind, unit: Unit, { sure, possible }: ReachCount) => {
    if (sure + possible === 0) return linked(context.words("reach.none"));
    const amount = rangeWords(sure, possible, context);
    const said = isOpen(shown, veil !== undefined, [kind, unit]) ? context.words("reach.orMore", { amount }) : amount;
    return linked(said, context.waveHref(`/timeline?kind=${kind}&from=${date}&to=${date}`));
  };
  return [
    linked(context.day(day.day.start)),
    ...COUNTS.map(([kind, unit]) => count(kind, unit, countReach(day[kind][unit]))),
    count("strike", "workforces", workforces ?? { sure: 0, possible: 0 }),
    linked(context.number(notKnown.strike + notKnown.rally)),
    linked(veil?.text ?? "", veil?.href ?? null),
  ];
}

function fieldsOf(shown: DayShown, veils: readonly Veil[], context: ViewContext): string[] {
  const { day } = shown;
  const veiled = veilsOn(day, veils).length > 0;
  const counts = COUNTS.flatMap(([kind, unit]) => {
    const { sure, possible } = day[kind][unit];
    const upper = isOpen(shown, veiled, [kind, unit]) ? "" : String(sure.length + possible.length);
    return [String(sure.length), upper, [...sure, ...possible].join(" ")];
  });
  return [
    dateOf(day, context.timeZone),
    ...counts,
    ...shareFields(shown, {
      strike: isOpen(shown, veiled, ["strike", "regions"]),
      rally: isOpen(shown, veiled, ["rally", "regions"]),
      workforces: isOpen(shown, veiled, ["strike", "workforces"]),
    }),
    day.strike.notKnownWhetherOn.join(" "),
    day.rally.notKnownWhetherOn.join(" "),
    String(day.strike.withoutPlace),
    String(day.rally.withoutPlace),
    veilsOn(day, veils)
      .map((veil) => veil.id)
      .join(" "),
  ];
}
