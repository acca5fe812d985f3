import { claimSubject } from "./claim-subject";
import type { Moment } from "./moment";
import type { FigureRow, WaveRecord } from "./wave-record";

/** What a figure counts, as it is recorded or typed. */
export type Counted = Pick<FigureRow, "subject" | "actionId" | "eventId" | "regionId" | "workforceId" | "measure">;
type Told = Pick<WaveRecord, "actions" | "events">;
type Near = { near: Counted; asOf: Pick<Moment, "earliest" | "latest">; competing: readonly { id: string }[] };

/** More are no help in weighing one number. */
export const NEAR_LIMIT = 5;

/**
 * The published figures to be read beside a claim though they answer another question: of the same subject and measure at
 * another moment or counted in another way; and of a region or the whole wave, what its events count across the same
 * area. Nearest in time first. They share no range and no sum with it, so `competing` are none of them.
 */
export function nearFigures({ near, asOf, competing }: Near, record: Told & Pick<WaveRecord, "figures">): FigureRow[] {
  const wanted = scopeOf(near, record);
  const competes = new Set(competing.map(({ id }) => id));
  const distance = (figure: FigureRow) => apart(figure.asOf, asOf);
  return record.figures
    .filter(({ state, measure, id }) => state === "published" && measure === near.measure && !competes.has(id))
    .filter((figure) => scopeOf(figure, record) === wanted)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, NEAR_LIMIT);
}

/** Equal for figures that count the same people, or the same area. */
function scopeOf(figure: Counted, { actions, events }: Told): string {
  const { subject, actionId, eventId, regionId } = figure;
  if (subject === "action") {
    const workforceIds = actions.find(({ id }) => id === actionId)?.workforceIds ?? [];
    const { workforceId } = claimSubject(figure, workforceIds);
    return `action ${actionId} ${workforceId}`;
  }
  if (subject !== "event") return area(regionId);
  const event = events.find(({ id }) => id === eventId);
  // What happened in one town says nothing of its region.
  const isOfArea = event?.placePrecision === "region" || event?.placePrecision === "country";
  return isOfArea ? area(event.regionId) : `event ${eventId}`;
}

function area(regionId: string | null): string {
  return `area ${regionId ?? "of the wave"}`;
}

type Span = Pick<Moment, "earliest" | "latest">;

/** How long lies between two moments; nothing where they may be the same. */
function apart(one: Span, other: Span): number {
  return Math.max(0, one.earliest - other.latest, other.earliest - one.latest);
}
