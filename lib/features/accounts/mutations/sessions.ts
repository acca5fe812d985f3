import { can, type Denial, type Role } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { randomToken, tokenHash } from "@/lib/server/secrets";
import { endOfSession } from "@/lib/server/session-limits";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { hourOf } from "@/lib/shared/hour-of";
import { lockActor } from "../data";

export type BegunSession = { sessionId: string; label: string; expiresAt: Date; awaitsSecondFactor: boolean };
export type SessionsEnded = { ok: true; count: number } | { ok: false; because: Denial | "gone" };

/** A new session of the account; everybody's expired ones leave with it. The caller writes `auditBegunSession` once its rows are written. */
export async function beginSession(
  tx: Transaction,
  { userId, role }: { userId: string; role: Role },
  awaitsSecondFactor: boolean,
): Promise<BegunSession> {
  const now = new Date();
  const hour = hourOf(now);
  const sessionId = randomToken();
  const expiresAt = endOfSession(role, now);
  await tx.session.deleteMany({ where: { expiresAt: { lt: now } } });
  const { label } = await tx.session.create({
    data: { idHash: tokenHash(sessionId), userId, createdAt: hour, lastSeenAt: hour, expiresAt, awaitsSecondFactor },
    select: { label: true },
  });
  return { sessionId, label, expiresAt, awaitsSecondFactor };
}

/**
 * The line names the session by its label and nobody as actor: once the session has expired and its row is gone, the
 * log that is kept for good cannot tell who was here when.
 */
export function auditBegunSession(tx: Transaction, { label, expiresAt }: BegunSession): Promise<void> {
  return appendAudit(tx, {
    actorId: null,
    verb: "session.begin",
    objectType: "session",
    objectId: label,
    before: null,
    after: { label, expiresAt },
  });
}

export function endOwnSession(actorId: string, label: string): Promise<SessionsEnded> {
  return endOwn(actorId, { label });
}

/** All of them, or all but the one that asks. */
export function endOwnSessions(actorId: string, keptIdHash: string | null): Promise<SessionsEnded> {
  return endOwn(actorId, keptIdHash === null ? {} : { idHash: { not: keptIdHash } });
}

/** Signing out needs no right and no account that is active. */
export async function endSessionById(sessionId: string): Promise<void> {
  await inTransaction((tx) => closeSessions(tx, { idHash: tokenHash(sessionId) }, null));
}

export function endSessionsOf(actorId: string, userId: string): Promise<SessionsEnded> {
  return inTransaction(async (tx) => {
    const verdict = can(await lockActor(tx, actorId), "end_sessions", { userId });
    if (!verdict.allowed) return { ok: false, because: verdict.because };
    return { ok: true, count: await closeSessions(tx, { userId }, actorId) };
  });
}

function endOwn(actorId: string, which: { label?: string; idHash?: { not: string } }): Promise<SessionsEnded> {
  return inTransaction(async (tx) => {
    const verdict = can(await lockActor(tx, actorId), "end_own_sessions");
    if (!verdict.allowed) return { ok: false, because: verdict.because };
    const count = await closeSessions(tx, { ...which, userId: actorId }, null);
    return count === 0 && which.label ? { ok: false, because: "gone" } : { ok: true, count };
  });
}

type Which = { userId?: string; label?: string | { not: string }; idHash?: string | { not: string } };

/** Ends what is not ended yet, with one line each; an owner's own ends name nobody, for the reason given above. */
export async function closeSessions(tx: Transaction, which: Which, actorId: string | null): Promise<number> {
  const now = new Date();
  const ended = await tx.session.updateManyAndReturn({
    where: { ...which, endedAt: null, expiresAt: { gt: now } },
    data: { endedAt: hourOf(now) },
    select: { label: true, expiresAt: true, endedAt: true },
  });
  for (const { label, expiresAt, endedAt } of ended) {
    await appendAudit(tx, {
      actorId,
      verb: "session.end",
      objectType: "session",
      objectId: label,
      before: { label, expiresAt },
      after: { label, expiresAt, endedAt },
    });
  }
  return ended.length;
}
