import type { RecordKind } from "@/lib/domain/id";
import type { Texts } from "@/lib/domain/wave-record";
import type { Snapshot } from "@/lib/domain/withholding";
import { readRecordAt } from "@/lib/features/waves/data/revisions";
import { Prisma } from "@/lib/generated/prisma/client";
import { type AuditVerb, appendAudit, lockAuditChain } from "@/lib/server/audit";
import { updateRow } from "@/lib/server/records/columns";
import { replaceLinks } from "@/lib/server/records/links";
import type { Transaction } from "@/lib/server/transaction";

/** One version as a withholding keeps it to restore. */
export type KeptVersion = { number: number; snapshot: Snapshot; reason: Texts | null };
/** Everything a withholding took, as it was: the versions, and why the record had been retracted, if it had. */
export type Kept = {
  versions: KeptVersion[];
  retractedReason: string | null;
  /** By what its words are known again in what is proposed. */
  traces: string[];
};

export type HeldRecord = {
  id: string;
  waveId: string;
  kind: RecordKind;
  state: "published" | "retracted";
  revision: number;
  retractedReason: string | null;
};

/** A public record, held until the transaction ends. */
export async function holdRecord(tx: Transaction, id: string): Promise<HeldRecord | null> {
  await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${id} FOR UPDATE`;
  return readRecord(tx, id);
}

/** The same without holding it. */
export function readRecord(tx: Transaction, id: string): Promise<HeldRecord | null> {
  return tx.record.findFirst({
    where: { id, wave: { state: { not: "draft" } } },
    select: { id: true, waveId: true, kind: true, state: true, revision: true, retractedReason: true },
  });
}

export async function readVersions(tx: Transaction, recordId: string): Promise<KeptVersion[]> {
  const rows = await tx.revision.findMany({
    where: { recordId },
    select: { number: true, snapshot: true, reason: true },
    orderBy: { number: "asc" },
  });
  return rows as KeptVersion[];
}

export async function writeVersion(tx: Transaction, recordId: string, version: KeptVersion): Promise<void> {
  const { number, snapshot, reason } = version;
  await tx.revision.update({
    where: { recordId_number: { recordId, number } },
    data: { snapshot: snapshot as Prisma.InputJsonObject, reason: reason ?? Prisma.DbNull },
  });
}

/** Another version after the last, which says the same as that one or is its tombstone. */
export async function addVersion(
  tx: Transaction,
  recordId: string,
  { number, snapshot, reason, retracts }: KeptVersion & { retracts: boolean },
): Promise<void> {
  const before = await tx.revision.findUniqueOrThrow({
    where: { recordId_number: { recordId, number: number - 1 } },
    select: { validFrom: true, validTo: true },
  });
  await tx.revision.create({
    data: {
      ...{ recordId, number, retracts, ...before, recordedAt: new Date() },
      ...{ snapshot: snapshot as Prisma.InputJsonObject, reason: reason ?? Prisma.DbNull },
    },
  });
}

/** The row, citations and links of the record say what this version says. */
export async function putInForce(tx: Transaction, recordId: string, number: number): Promise<void> {
  const stored = await readRecordAt(tx, recordId, number);
  if (stored === null) throw new Error(`Version ${number} of ${recordId} cannot be read.`);
  await updateRow(tx, stored.row);
  await replaceLinks(tx, stored.row, stored.row.citations);
}

type Told = {
  actorId: string | null;
  verb: AuditVerb;
  withholding: { id: string; recordId: string };
  waveId: string;
  /** Versions as they are now, where they say less than when they were published. */
  versions?: KeptVersion[];
};

/** Readers get the record anew, and the log keeps that it happened, never what was said. */
export async function tellOfWithholding(
  tx: Transaction,
  { actorId, verb, withholding, waveId, versions = [] }: Told,
): Promise<void> {
  await lockAuditChain(tx);
  await tx.publication.create({ data: { waveId, recordId: withholding.recordId } });
  const { id, recordId } = withholding;
  const line = { actorId, verb, objectType: "record", objectId: recordId, before: null };
  // Whoever holds the versions against the log finds the hash of what is left of each.
  for (const { snapshot } of versions) await appendAudit(tx, { ...line, after: snapshot });
  const after = await tx.withholding.findUniqueOrThrow({
    where: { id },
    select: { id: true, scope: true, parts: true, ground: true, confirmedAt: true, liftedAt: true },
  });
  await appendAudit(tx, { ...line, after });
}
