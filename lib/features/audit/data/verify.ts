import { verifyAuditChain } from "@/lib/server/audit";
import type { DatabaseClient } from "@/lib/server/db";
import { type RecordsReport, verifyRecords } from "./verify-records";

/** A seal somebody kept: the place of a line and the hash it had. */
export type KeptSeal = { seq: number; hash: string };

export type AuditReport = RecordsReport & {
  lines: number;
  /** The first line that does not carry on from the one before or was changed; null when the chain holds. */
  broken: number | null;
  last: { seq: number; hash: string; at: Date } | null;
  seals: number;
  /** Versions published under a seal that is not, or no more, a line of the log. */
  brokenSeals: number[];
  /** Of the seals somebody kept, those that the log does not have. */
  missing: KeptSeal[];
};

/**
 * Holds the log against itself, against the seals of all publications, against what was published of each record and
 * what readers get of it, and against seals that somebody kept. Reads everything and changes nothing.
 */
export async function verifyAudit(client: DatabaseClient, kept: readonly KeptSeal[]): Promise<AuditReport> {
  const last = await client.auditEvent.findFirst({
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true, at: true },
  });
  return {
    lines: await client.auditEvent.count(),
    broken: await verifyAuditChain(client),
    last,
    seals: await client.seal.count(),
    brokenSeals: await brokenSeals(client),
    ...(await verifyRecords(client)),
    missing: await missingSeals(client, kept),
  };
}

async function brokenSeals(client: DatabaseClient): Promise<number[]> {
  const rows = await client.$queryRaw<{ version: number }[]>`
    SELECT version FROM seals LEFT JOIN audit_events USING (seq)
    WHERE audit_events.hash IS DISTINCT FROM seals.hash ORDER BY version`;
  return rows.map(({ version }) => version);
}

async function missingSeals(client: DatabaseClient, kept: readonly KeptSeal[]): Promise<KeptSeal[]> {
  const rows = await client.auditEvent.findMany({
    where: { seq: { in: kept.map(({ seq }) => seq) } },
    select: { seq: true, hash: true },
  });
  const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  return kept.filter(({ seq, hash }) => hashes.get(seq) !== hash);
}
