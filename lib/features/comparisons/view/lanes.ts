import type { CrowdSize } from "@/lib/domain/wave-digest";
import { subjectName } from "@/lib/features/figures/view/crowd-days";
import { type CrowdSubject, crowdSubjects } from "@/lib/features/figures/view/crowd-subjects";
import { disputedIds } from "@/lib/features/figures/view/figure-marks";
import { inLocalClocks } from "@/lib/features/figures/view/local-clocks";
import { largestCrowd } from "@/lib/features/regions/view/map-at-step";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { daysOfRegions, type RegionDays } from "@/lib/features/regions/view/region-days";
import { datesOf } from "@/lib/features/regions/view/steps";
import { niceMaximum } from "@/lib/shared/chart/nice-scale";
import { formatShortDay } from "@/lib/shared/format/day";

/** The largest crowd accepted on one day of a region; null where nobody gave a number of any. */
export type CrowdOfDay = {
  /** Counts the days of the axis from 0. */
  day: number;
  largest: { size: CrowdSize; href: string; disputed: boolean } | null;
  title: string;
};
/** `scale`: from what to what its crowds are drawn; of a region in which nobody counted, words instead. */
export type RegionLane = RegionDays & { crowds: CrowdOfDay[]; scale: { text: string; isCounted: boolean } };

/** Regions below each other on one axis of days and one scale of people. */
export type RegionLanes = { days: string[]; max: number; lanes: RegionLane[] };

export function regionLanes(codes: readonly string[], context: RegionContext): RegionLanes {
  const { record, locale, say } = context;
  const dates = datesOf(record.wave);
  const subjects = crowdSubjects(inLocalClocks(record));
  const lanes = daysOfRegions(codes, context).rows.map((row) => {
    const byDate = Map.groupBy(
      subjects.filter(({ regionId }) => regionId === row.code),
      ({ date }) => date,
    );
    const crowds = dates.flatMap((date, day) => {
      const own = byDate.get(date);
      return own ? [crowdOfDay({ day, date, own }, context)] : [];
    });
    return { ...row, crowds };
  });
  const ends = lanes.flatMap(({ crowds }) =>
    crowds.flatMap(({ largest }) => largest?.size.upper ?? largest?.size.lower ?? []),
  );
  const max = niceMaximum(ends);
  return {
    max,
    lanes: lanes.map((lane) => {
      const isCounted = lane.crowds.some(({ largest }) => largest !== null);
      const silence = say(lane.crowds.length > 0 ? "compare.uncounted" : "compare.noGathering");
      return {
        ...lane,
        scale: { isCounted, text: isCounted ? say("compare.scale", { max: context.number(max) }) : silence },
      };
    }),
    days: dates.map((date) => formatShortDay(Date.parse(`${date}T12:00Z`), locale, "UTC")),
  };
}

type OfDay = { day: number; date: string; own: readonly CrowdSubject[] };

function crowdOfDay({ day, date, own }: OfDay, context: RegionContext): CrowdOfDay {
  const { record, say } = context;
  const sized = own.flatMap((subject) => {
    const size = largestCrowd(subject.known, record);
    return size === null ? [] : [{ subject, size }];
  });
  const most = ({ size }: (typeof sized)[number]) => size.upper ?? size.lower ?? 0;
  const [largest] = sized.toSorted((a, b) => most(b) - most(a));
  const silent = own.filter(({ known }) => known.length === 0).length;
  const values = { day: context.date(date), silent };
  if (largest === undefined) return { day, largest: null, title: say("compare.silentDay", values) };
  const { subject, size } = largest;
  const amount = context.quantity({ ...size, unknown: null });
  const name = subjectName(record, subject, context.axis);
  return {
    day,
    largest: {
      ...{ size, disputed: disputedIds(subject.known, record).size > 0 },
      href: subject.action ? context.recordHref(subject.action.id) : context.waveHref(`/regions/${subject.regionId}`),
    },
    title: say("compare.crowdOfDay", { ...values, amount, name }),
  };
}
