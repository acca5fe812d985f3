import { createHash } from "node:crypto";
import { hourOf } from "@/lib/shared/hour-of";
import type { DatabaseClient } from "./db";
import type { Transaction } from "./transaction";

export type AuditVerb = `${string}.${string}`;

export type AuditLine = {
  /** Null for the system. */
  actorId: string | null;
  /** What was done, as noun.verb: `entry.approve`. */
  verb: AuditVerb;
  objectType: string;
  objectId: string;
  /** The object before and after; only their hashes are kept, null where it did not exist. */
  before: unknown | null;
  after: unknown | null;
};

type StoredLine = {
  seq: number;
  at: Date;
  actorId: string | null;
  verb: string;
  objectType: string;
  objectId: string;
  beforeHash: string | null;
  afterHash: string | null;
  prevHash: string | null;
};

const chainLock = 7_478_214_001;
const linesAtOnce = 1000;

/**
 * One writer of the chain at a time, until the transaction ends. The same lock orders publications: whoever gives a
 * publication its version holds it, so versions become visible in their order. Take it after every row lock, or two writes deadlock.
 */
export async function lockAuditChain(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock}::bigint)`;
}

/** Adds a line that commits with the change it tells of. Call it last: nobody else can write until this transaction ends. */
export async function appendAudit(tx: Transaction, line: AuditLine): Promise<void> {
  await lockAuditChain(tx);
  // A statement of its own after the lock, so that it sees the line of whoever held the lock before.
  const last = await tx.auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  const { before, after, ...told } = line;
  const stored: StoredLine = {
    ...told,
    seq: (last?.seq ?? 0) + 1,
    // By the hour, so that the log kept for good does not tell to the second when somebody was here.
    at: line.verb.startsWith("session.") ? hourOf(new Date()) : new Date(),
    beforeHash: hashOrNull(before),
    afterHash: hashOrNull(after),
    prevHash: last?.hash ?? null,
  };
  await tx.auditEvent.create({ data: { ...stored, hash: hashOfLine(stored) } });
}

/** The first line that does not carry on from the one before or was changed afterwards; null when the chain holds. */
export async function verifyAuditChain(client: DatabaseClient): Promise<number | null> {
  let previous = { seq: 0, hash: null as string | null };
  for (;;) {
    const lines = await client.auditEvent.findMany({
      where: { seq: { gt: previous.seq } },
      orderBy: { seq: "asc" },
      take: linesAtOnce,
    });
    for (const { hash, ...line } of lines) {
      const expected = previous.seq + 1;
      if (line.seq !== expected || line.prevHash !== previous.hash || hash !== hashOfLine(line)) return expected;
      previous = { seq: line.seq, hash };
    }
    if (lines.length < linesAtOnce) return null;
  }
}

/** JSON with sorted keys, so that equal objects have equal hashes wherever they were read. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "bigint") return inner.toString();
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function hashOfLine(line: StoredLine): string {
  const { seq, at, actorId, verb, objectType, objectId, beforeHash, afterHash, prevHash } = line;
  return sha256(canonicalJson({ seq, at, actorId, verb, objectType, objectId, beforeHash, afterHash, prevHash }));
}

function hashOrNull(value: unknown | null): string | null {
  return value === null || value === undefined ? null : sha256(canonicalJson(value));
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
