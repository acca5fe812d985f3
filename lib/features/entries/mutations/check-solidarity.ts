import type { Moment } from "@/lib/domain/moment";
import type { DatabaseClient } from "@/lib/server/db";
import { readSolidarityPlace, type SolidarityPlace } from "../data/solidarity-place";
import type { FieldProblem } from "../schema/input";
import { dateProblems, possibleDates } from "../schema/possible-dates";
import { readSolidarity, type SolidarityProposal } from "../schema/solidarity-proposal";
import { momentOf, momentProblems, offsetsOf } from "../view/as-of";
import { unknownSources } from "./unknown-sources";

export type CheckedSolidarity = { proposal: SolidarityProposal; place: SolidarityPlace; givenAt: Moment };

/** An act of support read whole and held against the record. Asked at every submission and approval. */
export async function checkSolidarity(
  client: DatabaseClient,
  payload: unknown,
  now = Date.now(),
): Promise<CheckedSolidarity | { problems: FieldProblem[] }> {
  const reading = readSolidarity(payload);
  if ("problems" in reading) return reading;
  const { proposal } = reading;
  const place = await readSolidarityPlace(client, proposal);
  if (Array.isArray(place)) return { problems: place };
  const { date } = proposal.givenAt;
  const givenAt = momentOf(proposal.givenAt, offsetsOf(place.where, date));
  const outside = dateProblems({ ...proposal.givenAt, basis: "" }, possibleDates(place.wave));
  const dated = outside.length > 0 ? outside : momentProblems(givenAt, now);
  const problems = [...dated, ...(await unknownSources(client, proposal.waveId, proposal.sources))];
  if (givenAt === null || problems.length > 0) return { problems };
  return { proposal, place, givenAt };
}
