import type { Role } from "@/lib/domain/can";
import { hourOf, idleSince } from "@/lib/shared/hour-of";
import { db } from "./db";
import { tokenHash } from "./secrets";

export type LiveSession = {
  idHash: string;
  lastSeenAt: Date;
  user: { id: string; handle: string; role: Role; active: boolean; invitedById: string | null };
};

/** The session with its account as it is now, if it was neither ended nor left unused nor outlived. */
export async function findLiveSession(sessionId: string, now = new Date()): Promise<LiveSession | null> {
  const row = await db().session.findFirst({
    where: {
      idHash: tokenHash(sessionId),
      endedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: idleSince(now) },
    },
    select: {
      ...{ idHash: true, lastSeenAt: true },
      user: { select: { id: true, handle: true, role: true, state: true, invitedById: true } },
    },
  });
  if (!row) return null;
  const { state, ...user } = row.user;
  return { idHash: row.idHash, lastSeenAt: row.lastSeenAt, user: { ...user, active: state === "active" } };
}

/** Remembers the hour of use. Not audited: it changes nothing anybody decided. */
export async function noteSessionUse({ idHash, lastSeenAt }: LiveSession): Promise<void> {
  const hour = hourOf(new Date());
  if (lastSeenAt >= hour) return;
  await db().session.updateMany({ where: { idHash, lastSeenAt: { lt: hour } }, data: { lastSeenAt: hour } });
}
