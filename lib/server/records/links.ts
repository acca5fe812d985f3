import type { Moment, Period } from "@/lib/domain/moment";
import { fieldOf } from "@/lib/domain/record-diff";
import type { CitationRow, EventRow, RecordRow } from "@/lib/domain/wave-record";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Transaction } from "../transaction";

/** What a record is linked to in other tables, as a snapshot keeps it. */
export function linksOf(row: RecordRow) {
  const of = (name: string) => (fieldOf(row, name) as string[] | undefined) ?? [];
  const answers = (fieldOf(row, "answers") as EventRow["answers"] | undefined) ?? [];
  return {
    workforces: of("workforceIds"),
    demands: of("demandIds"),
    answers: answers.map(({ demandId, outcome }) => ({ demand: demandId, outcome })),
  };
}

/** The citations and links of a record in force, as this version of it has them. */
export async function replaceLinks(tx: Transaction, row: RecordRow, citations: readonly CitationRow[]): Promise<void> {
  const { id } = row;
  const { workforces, demands, answers } = linksOf(row);
  await tx.citation.deleteMany({ where: { recordId: id } });
  await tx.citation.createMany({ data: citations.map((citation) => ({ ...citation, recordId: id })) });
  await tx.actionWorkforce.deleteMany({ where: { actionId: id } });
  await tx.actionWorkforce.createMany({ data: workforces.map((workforceId) => ({ actionId: id, workforceId })) });
  await tx.actionDemand.deleteMany({ where: { actionId: id } });
  await tx.actionDemand.createMany({ data: demands.map((demandId) => ({ actionId: id, demandId })) });
  await tx.eventDemand.deleteMany({ where: { eventId: id } });
  await tx.eventDemand.createMany({
    data: answers.map(({ demand, outcome }) => ({
      ...{ eventId: id, demandId: demand, outcome: outcome ?? Prisma.DbNull },
    })),
  });
}

/** What a version speaks of, as loading has it: from the first instant it may have begun to the last it may have ended. */
export function validTimes(row: RecordRow): { from: Date | null; to: Date | null } {
  const span = (from: Moment, to: Moment | null) => ({
    from: new Date(from.earliest),
    to: to === null ? null : new Date(to.latest),
  });
  if ("period" in row) return span((row.period as Period).start, row.period.end);
  if ("asOf" in row) return span(row.asOf, row.asOf);
  if ("givenAt" in row) return span(row.givenAt, row.givenAt);
  return "raisedAt" in row ? span(row.raisedAt, null) : { from: null, to: null };
}
