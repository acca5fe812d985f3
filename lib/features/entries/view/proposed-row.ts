import type { Weight } from "@/lib/domain/chosen-standing";
import type { Moment } from "@/lib/domain/moment";
import type { Envelope, RecordRow, WaveRow } from "@/lib/domain/wave-record";
import type { FieldProblem } from "../schema/input";
import type { Known, PlainProposal } from "../schema/plain";
import { dateProblems, possibleDates } from "../schema/possible-dates";
import { placedOn } from "./action-place";
import { momentOf, momentProblems } from "./as-of";
import { type ClockSource, clockOf } from "./record-clock";

/** Where a proposed record is placed and timed, read from the database by the write and from the public record by pages. */
export type PlaceSource = Omit<ClockSource, "wave"> & {
  wave: Pick<WaveRow, "timeZone" | "firstDay" | "lastDay" | "openEnd">;
};

const NOWHERE: Known["placed"] = { regionId: null, localityId: null };
/** Stands for a moment that is not known yet, or never will be. */
const NEVER: Moment = { earliest: 0, latest: 0, precision: "none" };

function envelopeOf(id: string): Envelope {
  const recordedAt = 0;
  return { id, state: "published", retractedReason: null, revision: 1, recordedAt, citations: [] };
}

/** The record before anything is looked up: what it points to can be found by it. */
export function unplacedRow(proposal: PlainProposal, id: string): RecordRow {
  return proposal.row({ envelope: envelopeOf(id), placed: NOWHERE, start: NEVER, end: null });
}

/** The record as it will stand with its place of that day and its moments by the place's clock, and what does not fit. */
export function proposedRow(
  proposal: PlainProposal,
  { id, source, now = Date.now() }: { id: string; source: PlaceSource; now?: number },
): { row: RecordRow; problems: FieldProblem[] } {
  const { when, end: until, place } = proposal;
  const envelope = envelopeOf(id);
  const placed = placedOn(place, when?.date ?? source.wave.firstDay, source);
  const clock = clockOf(proposal.row({ envelope, placed: placed ?? NOWHERE, start: NEVER, end: null }), source);
  const start = when && momentOf(when, clock(when.date));
  const end = until && momentOf(until, clock(until.date));
  return {
    row: proposal.row({ envelope, placed: placed ?? NOWHERE, start: start ?? NEVER, end }),
    problems: [
      ...(placed === null ? [{ field: "place", code: "place_unknown" }] : []),
      ...(when ? startProblems(proposal, start, { source, now }) : []),
      ...(until ? momentProblems(end, now).map(({ code }) => ({ field: "endDate", code })) : []),
    ],
  };
}

/** The record with the weight a moderator gives it: a claim takes as much of it as it has, anything else is as it was. */
export function weighedRow<T extends RecordRow>(row: T, weight: Weight): T {
  const parts = Object.entries(weight).filter(([name]) => name in row);
  return { ...row, ...Object.fromEntries(parts) };
}

type At = { source: PlaceSource; now: number };

function startProblems({ when, isOfWave }: PlainProposal, start: Moment | null, { source, now }: At): FieldProblem[] {
  const possible = possibleDates(source.wave, now);
  const outside = isOfWave && when ? dateProblems({ ...when, basis: "" }, possible) : [];
  return outside.length > 0 ? outside : momentProblems(start, now);
}
