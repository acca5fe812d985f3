import type { WaveRecord } from "@/lib/domain/wave-record";
import { allRecords } from "@/lib/features/records/view/find";
import { localDate } from "@/lib/shared/format/day";
import { lensChoices } from "./asked-lens";
import type { ReadingContext } from "./reading-context";

export type RecordDay = { label: string; href: string; current: boolean };

/** Days offered at most: those on which most became known. Any other can be chosen by its date. */
const MOST = 12;

/**
 * The second axis of time: the days on which something became known, each leading to the page as known on it, the last
 * to the record as it stands. `hrefOf` is the page as known on a day, or as it stands.
 */
export function recordDaysView(context: ReadingContext, hrefOf: (knownOn: string | null) => string): RecordDay[] {
  const { kept, lens, t } = context;
  const { known_on: range } = lensChoices(kept);
  if (range === undefined || !("first" in range)) return [];
  const counts = [...recordedPerDay(kept)].filter(([day]) => day >= range.first && day <= range.last);
  const most = counts.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
  const days = [...new Set([...most.map(([day]) => day), ...(lens.knownOn === null ? [] : [lens.knownOn])])].toSorted();
  if (days.length === 0) return [];
  return [
    ...days.map((day) => ({ label: context.date(day), href: hrefOf(day), current: day === lens.knownOn })),
    { label: t("lens.now"), href: hrefOf(null), current: lens.knownOn === null },
  ];
}

/** How many versions of records became known on each local day. */
function recordedPerDay(record: WaveRecord): Map<string, number> {
  const days = new Map<string, number>();
  for (const { row } of allRecords(record)) {
    for (const { recordedAt } of record.revisions[row.id] ?? [row]) {
      const day = localDate(recordedAt, record.wave.timeZone);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return days;
}
