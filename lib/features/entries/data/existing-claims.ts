import type { Claim } from "@/lib/domain/claim";
import { claimKey } from "@/lib/domain/claim-subject";
import type { Moment } from "@/lib/domain/moment";
import type { DatabaseClient } from "@/lib/server/db";
import { toMoment, toQuantity } from "../../waves/data/moments";
import type { FigureProposal } from "../schema/proposal";

type Subject = Pick<FigureProposal, "actionId" | "workforceId" | "measure" | "basis">;

/** The published claims of the same subject and measure whose as-of may be the same moment, read where the write reads. */
export async function readExistingClaims(client: DatabaseClient, subject: Subject, asOf: Moment): Promise<Claim[]> {
  const { actionId, measure, basis } = subject;
  const rows = await client.figure.findMany({
    where: {
      ...{ actionId, measure, basis },
      record: { state: "published" },
      asOfEarliest: { lte: new Date(asOf.latest) },
      asOfLatest: { gte: new Date(asOf.earliest) },
    },
    orderBy: { id: "asc" },
    include: { action: { select: { general: true, workforces: { select: { workforceId: true } } } } },
  });
  const workforceIds = rows[0]?.action?.workforces.map((link) => link.workforceId) ?? [];
  const wanted = claimKey(subject, workforceIds);
  const same = rows.filter((row) => claimKey(row, workforceIds) === wanted);
  return same.map((row) => ({
    id: row.id,
    measure: row.measure,
    basis: row.basis,
    quantity: toQuantity(row),
    asOf: toMoment(row.asOfEarliest, row.asOfLatest, row.asOfPrecision),
    claimant: row.claimant,
    standing: row.standing,
    disputed: row.disputed,
    general: row.action?.general ?? false,
  }));
}
