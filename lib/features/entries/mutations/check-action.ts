import type { Moment } from "@/lib/domain/moment";
import type { DatabaseClient } from "@/lib/server/db";
import { type ActionPlace, readActionPlace } from "../data/action-place";
import { type ActionProposal, readAction } from "../schema/action-proposal";
import type { FieldProblem } from "../schema/input";
import { dateProblems, possibleDates } from "../schema/possible-dates";
import { momentOf, momentProblems, offsetsOf } from "../view/as-of";
import { unknownSources } from "./unknown-sources";

export type CheckedAction = { proposal: ActionProposal; place: ActionPlace; start: Moment; end: Moment | null };

/** An action read whole and held against the record. Asked at every submission and approval. */
export async function checkAction(
  client: DatabaseClient,
  payload: unknown,
  now = Date.now(),
): Promise<CheckedAction | { problems: FieldProblem[] }> {
  const reading = readAction(payload);
  if ("problems" in reading) return reading;
  const { proposal } = reading;
  const place = await readActionPlace(client, proposal);
  if (Array.isArray(place)) return { problems: place };
  const { date } = proposal.start;
  const start = momentOf(proposal.start, offsetsOf(place.where, date));
  const end = proposal.end && momentOf(proposal.end, offsetsOf(place.where, proposal.end.date));
  const outside = dateProblems({ ...proposal.start, basis: "" }, possibleDates(place.wave));
  const problems = [
    ...(outside.length > 0 ? outside : momentProblems(start, now)),
    ...(proposal.end ? momentProblems(end, now).map(({ code }) => ({ field: "endDate", code })) : []),
    ...(await unknownSources(client, proposal.waveId, proposal.sources)),
  ];
  if (start === null || problems.length > 0) return { problems };
  return { proposal, place, start, end };
}
