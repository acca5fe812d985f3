import type { RecordRow } from "@/lib/domain/wave-record";
import type { WhichRecords } from "@/lib/features/waves/data/envelopes";
import { readHistories } from "@/lib/features/waves/data/revisions";
import { readRows } from "@/lib/features/waves/data/rows";
import { canonicalJson, sha256 } from "@/lib/server/audit";
import type { DatabaseClient } from "@/lib/server/db";

export type RecordsReport = {
  /** Versions that were held against the line of the log that published them. */
  revisions: number;
  /** Versions loaded from files or made by a raised rule, of which the log has no line each. */
  withoutLine: number;
  /** Versions of records that are not what the log says was published, as `KZ22-F12/2`. */
  changedRevisions: string[];
  /** Records of which the log tells of more or fewer published versions than there are. */
  miscounted: string[];
  /** Records that readers get otherwise than their version in force has it. */
  changedRecords: string[];
};

const atOnce = 500;

/** Holds every record, as readers get it, against its version in force, and every published version against its line. */
export async function verifyRecords(client: DatabaseClient): Promise<RecordsReport> {
  const report: RecordsReport = {
    ...{ revisions: 0, withoutLine: 0 },
    ...{ changedRevisions: [], miscounted: [], changedRecords: [] },
  };
  for (let after = ""; ; ) {
    const found = await client.record.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: atOnce,
      select: { id: true },
    });
    const ids = found.map(({ id }) => id);
    await holdVersions(client, ids, report);
    report.changedRecords.push(...(await changedAmong(client, ids)));
    const last = ids.at(-1);
    if (last === undefined || ids.length < atOnce) return report;
    after = last;
  }
}

const PUBLISHES: readonly string[] = ["record.publish", "record.correct", "record.retract"];

/**
 * Published versions and publishing lines of a record are of one number and order. A version that was withheld has one of
 * the hashes that withholding left of it instead.
 */
async function holdVersions(client: DatabaseClient, ids: string[], report: RecordsReport): Promise<void> {
  const versions = await client.revision.findMany({
    where: { recordId: { in: ids } },
    orderBy: { number: "asc" },
    select: { recordId: true, number: true, snapshot: true, entryId: true },
  });
  const lines = await client.auditEvent.findMany({
    where: { objectType: "record", objectId: { in: ids } },
    orderBy: { seq: "asc" },
    select: { objectId: true, verb: true, afterHash: true },
  });
  const linesOf = Map.groupBy(lines, ({ objectId }) => objectId);
  const versionsOf = Map.groupBy(versions, ({ recordId }) => recordId);
  for (const id of ids) {
    const told = linesOf.get(id) ?? [];
    const publishing = told.filter(({ verb }) => PUBLISHES.includes(verb));
    const left = new Set(told.filter((line) => !publishing.includes(line)).map(({ afterHash }) => afterHash));
    const all = versionsOf.get(id) ?? [];
    // A first version without an entry has a line of its own where it came in beside a claim or by an administrator.
    const isFirstTold = publishing[0]?.verb === "record.publish";
    const published = all.filter(({ entryId, number }) => entryId !== null || (number === 1 && isFirstTold));
    report.revisions += published.length;
    report.withoutLine += all.length - published.length;
    if (published.length !== publishing.length) report.miscounted.push(id);
    for (const [at, { number, snapshot }] of published.entries()) {
      const hash = sha256(canonicalJson(snapshot));
      if (hash !== publishing[at]?.afterHash && !left.has(hash)) report.changedRevisions.push(`${id}/${number}`);
    }
  }
}

async function changedAmong(client: DatabaseClient, ids: string[]): Promise<string[]> {
  const which: WhichRecords = { id: { in: ids } };
  const { revisions: _, ...lists } = await readRows(client, which);
  const rows = new Map((Object.values(lists) as RecordRow[][]).flat().map((row) => [row.id, row]));
  const histories = await readHistories(client, which);
  return ids.filter((id) => {
    const inForce = histories.get(id)?.versions.at(-1)?.row;
    const row = rows.get(id);
    return inForce === undefined || row === undefined || said(row) !== said(inForce);
  });
}

/** All that is said, whatever the order in which it is cited. */
function said(row: RecordRow): string {
  const citations = row.citations.map(canonicalJson).toSorted();
  return canonicalJson({ ...row, citations });
}
