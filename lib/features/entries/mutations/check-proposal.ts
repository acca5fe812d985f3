import type { Moment } from "@/lib/domain/moment";
import type { DatabaseClient } from "@/lib/server/db";
import { type FigurePlace, readFigurePlace } from "../data/figure-place";
import { readFigure } from "../schema";
import type { FieldProblem } from "../schema/input";
import { dateProblems, possibleDates } from "../schema/possible-dates";
import type { FigureProposal } from "../schema/proposal";
import { momentOf, momentProblems, offsetsOf } from "../view/as-of";
import { unknownSources } from "./unknown-sources";

export type CheckedProposal = { proposal: FigureProposal; place: FigurePlace; asOf: Moment };

/** The payload read whole and held against the record: what a form alone cannot know. Asked at every submission and approval. */
export async function checkProposal(
  client: DatabaseClient,
  payload: unknown,
  now = Date.now(),
): Promise<CheckedProposal | { problems: FieldProblem[] }> {
  const reading = readFigure(payload);
  if ("problems" in reading) return reading;
  const { proposal } = reading;
  const place = await readFigurePlace(client, proposal);
  if (typeof place === "string") {
    return { problems: [{ field: place === "action_not_of_workforce" ? "actionId" : "workforceId", code: place }] };
  }
  const asOf = momentOf(proposal.asOf, offsetsOf(place.where, proposal.asOf.date));
  const spoken = { ...proposal.asOf, basis: proposal.basis };
  const outside = dateProblems(spoken, possibleDates(place.wave));
  const dated = outside.length > 0 ? outside : momentProblems(asOf, now);
  const problems = [...dated, ...(await unknownSources(client, proposal.waveId, proposal.sources))];
  if (asOf === null || problems.length > 0) return { problems };
  return { proposal, place, asOf };
}
