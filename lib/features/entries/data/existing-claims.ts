import type { Claim } from "@/lib/domain/claim";
import { claimKey } from "@/lib/domain/claim-subject";
import { parseRecordId } from "@/lib/domain/id";
import type { Moment } from "@/lib/domain/moment";
import { kindOf } from "@/lib/domain/record-diff";
import type { FigureRow, RecordRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { toMoment, toQuantity } from "../../waves/data/moments";
import type { FigureProposal } from "../schema/proposal";

/** The same of a proposed figure of no single workforce; of any other record there are none. */
export async function readCompeting(client: DatabaseClient, row: RecordRow): Promise<Claim[]> {
  if (kindOf(row) !== "figure") return [];
  const { actionId, eventId, regionId, workforceId, measure, basis, asOf, subject } = row as FigureRow;
  const rows = await client.figure.findMany({
    where: {
      ...{ subject, actionId, eventId, regionId, workforceId, measure, basis },
      record: { state: "published", wave: { code: parseRecordId(row.id)?.waveCode ?? "" } },
      asOfEarliest: { lte: new Date(asOf.latest) },
      asOfLatest: { gte: new Date(asOf.earliest) },
    },
    orderBy: { id: "asc" },
  });
  return rows.map((one) => ({ ...toClaim(one), general: false }));
}

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
  return same.map((row) => ({ ...toClaim(row), general: row.action?.general ?? false }));
}

type Stored = Parameters<typeof toQuantity>[0] &
  Pick<Claim, "id" | "measure" | "basis" | "claimant" | "standing" | "disputed"> & {
    asOfEarliest: Date;
    asOfLatest: Date;
    asOfPrecision: Moment["precision"];
  };

function toClaim(row: Stored): Omit<Claim, "general"> {
  const { id, measure, basis, claimant, standing, disputed } = row;
  return {
    ...{ id, measure, basis, claimant, standing, disputed },
    quantity: toQuantity(row),
    asOf: toMoment(row.asOfEarliest, row.asOfLatest, row.asOfPrecision),
  };
}
