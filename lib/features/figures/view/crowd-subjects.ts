import { countingFigures } from "@/lib/domain/counting";
import { publishedOf } from "@/lib/domain/published";
import { isUnknown } from "@/lib/domain/quantity";
import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { ActionRow, FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { localDate } from "@/lib/shared/format/day";
import { isShown } from "./figure-marks";

/** What a crowd is counted of on one local day: a gathering, a region or the whole wave. `figures` may be empty. */
export type CrowdSubject = {
  key: string;
  date: string;
  action: ActionRow | null;
  regionId: string | null;
  /** Claims with a number; the subject has a line when there is one. */
  known: FigureRow[];
  unknown: FigureRow[];
};

/** A crowd of the whole wave, and not of a gathering that was not recorded yet by the day of a replay. */
export function isOfWave({ action, regionId, known, unknown }: CrowdSubject): boolean {
  return action === null && regionId === null && [...known, ...unknown].every(({ actionId }) => actionId === null);
}

/** How many crowds a chart draws: the largest, where there are more. */
export const MOST_CROWDS = 40;

/** The largest number anybody gave of a crowd; it has one. */
export function subjectSize({ known }: CrowdSubject): number {
  return Math.max(...known.map(({ quantity }) => quantity.upper ?? quantity.lower ?? 0));
}

/** Every gathering that nobody contradicts: what counts as a rally where spread is counted. */
export function gatherings(record: WaveRecord): ActionRow[] {
  return publishedOf(record.actions).filter(
    (action) =>
      action.certainty !== "contradicted" &&
      spreadKindsOf({ kind: action.type, stoppage: action.stoppage }).includes("rally"),
  );
}

export function attendanceFigures(record: WaveRecord): FigureRow[] {
  const subjects = ["action", "region", "wave"];
  const counts = countingFigures(record.actions);
  return record.figures.filter(
    (figure) =>
      isShown(figure) && counts(figure) && figure.measure === "attendance" && subjects.includes(figure.subject),
  );
}

/** Claims by subject and day, then the gatherings about which nobody claimed anything, on the day they began. */
export function crowdSubjects(record: WaveRecord): CrowdSubject[] {
  const figures = attendanceFigures(record);
  const dateOf = (at: number) => localDate(at, record.wave.timeZone);
  const keyOf = (figure: FigureRow) => figure.actionId ?? figure.regionId ?? record.wave.code;
  const claimed = [...Map.groupBy(figures, (figure) => `${dateOf(figure.asOf.earliest)} ${keyOf(figure)}`).values()];
  const silent = gatherings(record).filter((action) => !figures.some((figure) => figure.actionId === action.id));
  return [
    ...claimed.flatMap((claims) => {
      const [first] = claims;
      return first === undefined ? [] : [subjectOf(record, first, claims)];
    }),
    ...silent.map((action) => ({
      key: action.id,
      date: dateOf(action.period.start.earliest),
      action,
      regionId: action.regionId,
      known: [],
      unknown: [],
    })),
  ];

  function subjectOf({ actions }: WaveRecord, first: FigureRow, claims: FigureRow[]): CrowdSubject {
    const action = actions.find((one) => one.id === first.actionId) ?? null;
    return {
      key: keyOf(first),
      date: dateOf(first.asOf.earliest),
      action,
      regionId: action?.regionId ?? first.regionId,
      known: claims.filter((claim) => !isUnknown(claim.quantity)).toSorted(byIdNumber),
      unknown: claims.filter((claim) => isUnknown(claim.quantity)).toSorted(byIdNumber),
    };
  }
}

export function byIdNumber(a: { id: string }, b: { id: string }): number {
  return a.id.localeCompare(b.id, "en", { numeric: true });
}
