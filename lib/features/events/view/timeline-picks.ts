import { publishedOf } from "@/lib/domain/published";
import type { ActionRow, EventRow, WaveRecord } from "@/lib/domain/wave-record";
import { countSources, lastInstant } from "@/lib/features/waves/view/facets";
import { zoneOf } from "@/lib/features/waves/view/reading-context";
import { localDate } from "@/lib/shared/format/day";

/** How many the dashboard's extract of the timeline has. */
export const MOST_OF_TIMELINE = 12;

/** What decides whether something stands in an extract of the timeline. */
export type Weighed = { dayKey: string | null; weight: number };

type Judged = { sources: number; isStrike: boolean; isContradicted: boolean };

/** Well-sourced strikes before the rest. */
export function weightOf({ sources, isStrike, isContradicted }: Judged): number {
  return sources + (isStrike ? 3 : 0) - (isContradicted ? 2 : 0);
}

/** The best of each day, then the second best of each, until there are enough; `items` in the order of the timeline. */
export function extractOfTimeline<T extends Weighed>(items: readonly T[], most: number): T[] {
  const dated = items.filter(({ dayKey }) => dayKey !== null);
  const ranked = [...Map.groupBy(dated, ({ dayKey }) => dayKey).values()].flatMap((day) =>
    day.toSorted((a, b) => b.weight - a.weight).map((item, rank) => ({ item, rank })),
  );
  const best = ranked.toSorted((a, b) => a.rank - b.rank || b.item.weight - a.item.weight).slice(0, most);
  const chosen = new Set(best.map(({ item }) => item));
  return items.filter((item) => chosen.has(item));
}

/** Ids of the extract, without a word being made of the rest: for waves of very many actions. */
export function timelinePicks(record: WaveRecord): string[] {
  const happenings: (ActionRow | EventRow)[] = [...publishedOf(record.actions), ...publishedOf(record.events)];
  const order = (row: ActionRow | EventRow) => (isDated(row) ? 0 : 1);
  const ends = (row: ActionRow | EventRow) => lastInstant(row.period, "lastKnownAt" in row ? row.lastKnownAt : null);
  const starts = ({ period }: ActionRow | EventRow) => period.start.earliest;
  const sorted = happenings.toSorted(
    (a, b) => order(a) - order(b) || starts(a) - starts(b) || ends(a) - ends(b) || (a.id < b.id ? -1 : 1),
  );
  const weighed = sorted.map((row) => ({
    id: row.id,
    dayKey: isDated(row) ? localDate(starts(row), zoneOf(record, row.regionId)) : null,
    weight: weightOf({
      sources: countSources(row.citations),
      isStrike: "type" in row && row.type === "strike",
      isContradicted: row.certainty === "contradicted",
    }),
  }));
  return extractOfTimeline(weighed, MOST_OF_TIMELINE).map(({ id }) => id);
}

function isDated({ period }: ActionRow | EventRow): boolean {
  return !["week", "month", "none"].includes(period.start.precision);
}
