import { canonicalJson, sha256, verifyAuditChain } from "@/lib/server/audit";
import type { DatabaseClient } from "@/lib/server/db";

/** A seal somebody kept: the place of a line and the hash it had. */
export type KeptSeal = { seq: number; hash: string };

export type AuditReport = {
  lines: number;
  /** The first line that does not carry on from the one before or was changed; null when the chain holds. */
  broken: number | null;
  last: { seq: number; hash: string; at: Date } | null;
  seals: number;
  /** Versions published under a seal that is not, or no more, a line of the log. */
  brokenSeals: number[];
  revisions: number;
  /** Versions of records that are not what the log says was published, as `KZ22-F12/2`. */
  changedRevisions: string[];
  /** Of the seals somebody kept, those that the log does not have. */
  missing: KeptSeal[];
};

const atOnce = 1000;

/**
 * Holds the log against itself, against the seals of all publications, against what was published of each record by an
 * entry, and against seals that somebody kept. Reads everything and changes nothing.
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
    ...(await changedRevisions(client)),
    missing: await missingSeals(client, kept),
  };
}

async function brokenSeals(client: DatabaseClient): Promise<number[]> {
  const rows = await client.$queryRaw<{ version: number }[]>`
    SELECT version FROM seals LEFT JOIN audit_events USING (seq)
    WHERE audit_events.hash IS DISTINCT FROM seals.hash ORDER BY version`;
  return rows.map(({ version }) => version);
}

/**
 * What entries published; a source beside a claim has no entry of its own, and is known by its line in the log. What
 * was loaded from files, or made anew by a raised rule, the log knows as a whole and not record by record.
 */
async function changedRevisions(client: DatabaseClient): Promise<Pick<AuditReport, "revisions" | "changedRevisions">> {
  let revisions = 0;
  const changed: string[] = [];
  for (let after = 0; ; ) {
    const rows = await client.revision.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: atOnce,
      select: { id: true, recordId: true, number: true, snapshot: true, entryId: true },
    });
    const lines = await linesOf(client, [...new Set(rows.map(({ recordId }) => recordId))]);
    for (const { recordId, number, snapshot, entryId } of rows) {
      const told = lines.get(recordId);
      if (entryId === null && (number > 1 || !told?.first)) continue;
      revisions += 1;
      if (!told?.hashes.has(sha256(canonicalJson(snapshot)))) changed.push(`${recordId}/${number}`);
    }
    const next = rows.at(-1)?.id;
    if (next === undefined || rows.length < atOnce) return { revisions, changedRevisions: changed };
    after = next;
  }
}

/** What the log says was published of each record, and whether its first version came in by an entry. */
type Told = { first: boolean; hashes: Set<string> };

async function linesOf(client: DatabaseClient, recordIds: string[]): Promise<Map<string, Told>> {
  const lines = await client.auditEvent.findMany({
    where: { objectType: "record", objectId: { in: recordIds } },
    select: { objectId: true, verb: true, afterHash: true },
  });
  const byRecord = Map.groupBy(lines, ({ objectId }) => objectId);
  const toldOf = (told: typeof lines): Told => ({
    first: told.some(({ verb }) => verb === "record.publish"),
    hashes: new Set(told.map(({ afterHash }) => afterHash ?? "")),
  });
  return new Map([...byRecord].map(([id, told]) => [id, toldOf(told)]));
}

async function missingSeals(client: DatabaseClient, kept: readonly KeptSeal[]): Promise<KeptSeal[]> {
  const rows = await client.auditEvent.findMany({
    where: { seq: { in: kept.map(({ seq }) => seq) } },
    select: { seq: true, hash: true },
  });
  const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  return kept.filter(({ seq, hash }) => hashes.get(seq) !== hash);
}
