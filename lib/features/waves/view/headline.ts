import { countingFigures } from "@/lib/domain/counting";
import { publishedOf } from "@/lib/domain/published";
import { isUnknown } from "@/lib/domain/quantity";
import type { ActionRow, FigureRow, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { joiningOrder, recordSpread } from "@/lib/features/regions/view/record-spread";
import { localDate } from "@/lib/shared/format/day";
import type { ReadingContext } from "./reading-context";

export type WaveReach = {
  total: number;
  /** Regions with a strike or a rally; and with each, apart. */
  either: number;
  strike: number;
  rally: number;
  never: string[];
  /** Local dates between which the first and the last region joined. */
  firstDate: string | null;
  lastDate: string | null;
  firstPlace: string | null;
};

/** How far it went: from which place, to how many regions, by which day at the latest. */
export function waveReach(context: ReadingContext): WaveReach {
  const { record } = context;
  const spread = recordSpread(record);
  const codes = spread.regions.map(({ id }) => id);
  const order = joiningOrder(record, spread);
  const joined = [...order.strike.joined, ...order.rally.joined];
  const reached = codes.flatMap((code) => {
    const own = joined.filter(({ regionCode }) => regionCode === code);
    return own.length === 0 ? [] : { code, latest: Math.min(...own.map(({ latest }) => latest)) };
  });
  const first = joined.toSorted((a, b) => a.latest - b.latest || a.earliest - b.earliest)[0];
  const last = reached.toSorted((a, b) => b.latest - a.latest)[0];
  const firstAction = record.actions.find(({ id }) => id === first?.actionIds[0]);
  return {
    total: codes.length,
    either: reached.length,
    strike: order.strike.joined.length,
    rally: order.rally.joined.length,
    never: codes.filter((code) => !reached.some((one) => one.code === code)),
    firstDate: first ? localDate(first.earliest, context.zone(first.regionCode)) : null,
    lastDate: last ? localDate(last.latest, context.zone(last.code)) : null,
    firstPlace: firstAction ? placeName(firstAction, context) : null,
  };
}

export type StrikingWorkforces = { striking: WorkforceRow[]; withoutNumber: WorkforceRow[] };

/** Workforces reported on strike, by anybody whom nobody contradicts, and those of which no one has given a number. */
export function strikingWorkforces({ record }: ReadingContext): StrikingWorkforces {
  const strikes = reportedStrikes(record);
  const ids = new Set(strikes.flatMap(({ workforceIds }) => workforceIds));
  const striking = publishedOf(record.workforces).filter(({ id }) => ids.has(id));
  const counted = record.figures.filter(countingFigures(record.actions)).filter(isNumberOfStrikers);
  const hasNumber = ({ id }: WorkforceRow) =>
    counted.some(({ workforceId, actionId }) => {
      const action = strikes.find((one) => one.id === actionId);
      // A number for a strike of several workforces together is nobody's own.
      return workforceId === id || (workforceId === null && action?.workforceIds.join() === id);
    });
  return { striking, withoutNumber: striking.filter((workforce) => !hasNumber(workforce)) };
}

/** How many there are of each; a part of a wave knows how many the whole has. */
export function strikersCounted(context: ReadingContext): { striking: number; withoutNumber: number } {
  const { striking, withoutNumber } = context.record.part?.digest ?? strikingWorkforces(context);
  const count = (some: number | WorkforceRow[]) => (typeof some === "number" ? some : some.length);
  return { striking: count(striking), withoutNumber: count(withoutNumber) };
}

/** Strikes that nobody contradicts. */
export function reportedStrikes(record: WaveRecord): ActionRow[] {
  return publishedOf(record.actions).filter(
    ({ type, stoppage, certainty }) =>
      certainty !== "contradicted" && stoppage !== "no" && (type === "strike" || stoppage === "yes"),
  );
}

function isNumberOfStrikers({ measure, quantity, standing }: FigureRow): boolean {
  const isMeasure = measure === "workers_directly_involved" || measure === "participation_rate";
  return isMeasure && standing !== "deprecated" && !isUnknown(quantity);
}

/** "From Zhanaozen to 16 of 17 regions in five days", or the wave's name when there is too little for that. */
export function headlineOf(context: ReadingContext): { title: string; lead: string } {
  const { t, record } = context;
  const reach = waveReach(context);
  const { striking, withoutNumber } = strikersCounted(context);
  const lead = t("dashboard.lead", {
    ...{ striking, without: withoutNumber, silence: context.silence },
    all: withoutNumber === striking ? "yes" : "no",
  });
  const { firstPlace, firstDate, lastDate, either, total } = reach;
  if (firstPlace === null || firstDate === null || lastDate === null || either < 2) {
    return { title: context.text(record.wave.names), lead };
  }
  const days = (Date.parse(lastDate) - Date.parse(firstDate)) / 86_400_000 + 1;
  return { title: t("dashboard.headline", { place: firstPlace, regions: either, total, days }), lead };
}

function placeName(
  { localityId, regionId }: { localityId: string | null; regionId: string | null },
  { record, text }: ReadingContext,
): string | null {
  const locality = record.localities.find(({ id }) => id === localityId);
  const region = record.regions.find(({ id }) => id === regionId);
  return text(locality?.names) || text(region?.shortNames) || null;
}
