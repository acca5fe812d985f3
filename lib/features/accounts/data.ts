import type { Actor, Role } from "@/lib/domain/can";
import { db } from "@/lib/server/db";
import { tokenHash } from "@/lib/server/secrets";
import { liveSessions } from "@/lib/server/session-limits";
import type { Transaction } from "@/lib/server/transaction";

/** An account that acts, with who invited it: between the two nobody decides. */
export type LockedActor = Actor & { invitedById: string | null };
const nobody: LockedActor = { id: null, role: "reader", active: false, secured: false, invitedById: null };

/** Who acts, as the database says now, and held so until the transaction ends: a role taken away meanwhile does not act. */
export async function lockActor(tx: Transaction, actorId: string): Promise<LockedActor> {
  const rows = await tx.$queryRaw<(Omit<LockedActor, "active"> & { state: string })[]>`
    SELECT id::text, role::text, state::text, has_second_factor(id) AS secured, invited_by_id::text AS "invitedById"
    FROM users WHERE id = ${actorId}::uuid FOR SHARE`;
  const row = rows[0];
  if (row === undefined) return nobody;
  const { state, ...actor } = row;
  return { ...actor, active: state === "active" };
}

export type SessionRow = { label: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; idHash: string };

export async function listSessions(userId: string, now = new Date()): Promise<SessionRow[]> {
  return db().session.findMany({
    where: { ...liveSessions(now), userId },
    orderBy: [{ lastSeenAt: "desc" }, { label: "asc" }],
    select: { label: true, createdAt: true, lastSeenAt: true, expiresAt: true, idHash: true },
  });
}

export type AccountRow = {
  id: string;
  handle: string;
  role: Role;
  active: boolean;
  createdAt: Date;
  invitedBy: string | null;
  sessionCount: number;
  /** The account has a second factor. */
  secured: boolean;
  /** While it is suspended: since when, where that was noted, and why. */
  suspension: { at: Date | null; reason: string | null } | null;
};

export async function listAccounts(now = new Date()): Promise<AccountRow[]> {
  const rows = await db().user.findMany({
    where: { deletedAt: null },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      handle: true,
      role: true,
      state: true,
      createdAt: true,
      suspendedAt: true,
      suspensionReason: true,
      invitedBy: { select: { handle: true } },
      authenticator: { select: { userId: true } },
      _count: {
        select: { sessions: { where: liveSessions(now) }, passkeys: true },
      },
    },
  });
  return rows.map(({ state, invitedBy, authenticator, suspendedAt, suspensionReason, _count, ...row }) => ({
    ...row,
    suspension: state === "suspended" ? { at: suspendedAt, reason: suspensionReason } : null,
    active: state === "active",
    invitedBy: invitedBy?.handle ?? null,
    sessionCount: _count.sessions,
    secured: authenticator !== null || _count.passkeys > 0,
  }));
}

export type InvitationRow = {
  id: string;
  role: Role;
  createdBy: string | null;
  createdById: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  usedBy: string | null;
  revokedAt: Date | null;
  note: string | null;
};

/** All invitations, or those of one account. */
export async function listInvitations(createdById: string | null): Promise<InvitationRow[]> {
  const rows = await db().invitation.findMany({
    ...(createdById === null ? {} : { where: { createdById } }),
    orderBy: { createdAt: "desc" },
    take: 200,
    include: { createdBy: { select: { handle: true } }, usedBy: { select: { handle: true } } },
  });
  return rows.map(({ id, role, createdBy, createdById, createdAt, expiresAt, usedAt, usedBy, revokedAt, note }) => ({
    id,
    role,
    createdBy: createdBy?.handle ?? null,
    createdById,
    createdAt,
    expiresAt,
    usedAt,
    usedBy: usedBy?.handle ?? null,
    revokedAt,
    note,
  }));
}

export type OpenInvitation = { role: Role; expiresAt: Date };

/** What the link of an invitation that can still be used says; null for every link that cannot. */
export async function findInvitationByToken(token: string, now = new Date()): Promise<OpenInvitation | null> {
  return db().invitation.findFirst({
    where: { tokenHash: tokenHash(token), usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: { role: true, expiresAt: true },
  });
}
