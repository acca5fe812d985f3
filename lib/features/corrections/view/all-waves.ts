import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { type DayRange, type FilterChoices, filterQuery, type ListFilter } from "@/lib/shared/search-params";
import type { Correction } from "../view";

/** The corrections of one wave that fit a filter, with what they are said with; `isCut` where as many fit were left out. */
export type WaveLog = { context: ReadingContext; shown: Correction[]; total: number; isCut: boolean };
/** One correction with the wave it belongs to. */
export type CorrectionOfWave = { correction: Correction; context: ReadingContext };
export type AllCorrections = { shown: CorrectionOfWave[]; total: number; isCut: boolean; csv: string };

const NAMES = ["workforce", "kind", "from", "to"] as const;

/** What the corrections of all waves can be narrowed by: whatever the list of any wave offers. */
export function choicesOfAll(each: readonly FilterChoices[]): FilterChoices {
  const merged = NAMES.flatMap((name) => {
    const found = each.flatMap((choices): readonly (string | DayRange)[] => {
      const offered = choices[name] ?? [];
      return "first" in offered ? [offered] : offered;
    });
    if (found.length === 0) return [];
    const days = found.filter((one): one is DayRange => typeof one === "object");
    const values = found.filter((one) => typeof one === "string");
    return [[name, days.length > 0 ? spanOf(days) : [...new Set(values)]] as const];
  });
  return Object.fromEntries(merged);
}

function spanOf(days: readonly DayRange[]): DayRange {
  const first = days.map((day) => day.first).toSorted()[0] ?? "";
  const last = days.map((day) => day.last).toSorted();
  return { first, last: last.at(-1) ?? "" };
}

/** The corrections of every wave that fit, newest first. Where one wave's are cut, none older than its last is shown. */
export function allCorrections(logs: readonly WaveLog[], filter: ListFilter): AllCorrections {
  const all = logs
    .flatMap(({ shown, context }) => shown.map((correction) => ({ correction, context })))
    .toSorted((one, other) => other.correction.recordedAt - one.correction.recordedAt);
  const cuts = logs.filter(({ isCut }) => isCut).map(({ shown }) => shown.at(-1)?.recordedAt ?? 0);
  return {
    shown: all.filter(({ correction }) => correction.recordedAt >= Math.max(0, ...cuts)),
    total: logs.reduce((sum, { total }) => sum + total, 0),
    isCut: cuts.length > 0,
    csv: `/api/v1/corrections.csv?${filterQuery(filter)}`,
  };
}
