import type { Role } from "@/lib/domain/can";
import { hourOf } from "@/lib/shared/hour-of";
import { db } from "./db";
import { tokenHash } from "./secrets";
import { liveSessions } from "./session-limits";

/** The account has a second factor, and whether one of them is a passkey. */
type Factors = { secured: boolean; hasPasskey: boolean };

export type LiveSession = {
  idHash: string;
  lastSeenAt: Date;
  /** The passphrase was right and the second step is still to come: nobody is signed in yet. */
  awaitsSecondFactor: boolean;
  /** Until when the second step need not be repeated for what asks for it. */
  confirmedUntil: Date | null;
  user: { id: string; handle: string; role: Role; active: boolean; invitedById: string | null } & Factors;
};

const sessionSelect = {
  ...{ idHash: true, lastSeenAt: true, awaitsSecondFactor: true, confirmedUntil: true },
  user: {
    select: {
      ...{ id: true, handle: true, role: true, state: true, invitedById: true },
      ...{ authenticator: { select: { userId: true } }, _count: { select: { passkeys: true } } },
    },
  },
} as const;

/** The session with its account as it is now, if it was neither ended nor left unused nor outlived. */
export async function findLiveSession(sessionId: string, now = new Date()): Promise<LiveSession | null> {
  const row = await db().session.findFirst({
    where: { ...liveSessions(now), idHash: tokenHash(sessionId) },
    select: sessionSelect,
  });
  if (!row) return null;
  const { state, authenticator, _count, ...user } = row.user;
  const hasPasskey = _count.passkeys > 0;
  const secured = authenticator !== null || hasPasskey;
  return { ...row, user: { ...user, active: state === "active", secured, hasPasskey } };
}

/** Remembers the hour of use. Not audited: it changes nothing anybody decided. */
export async function noteSessionUse({ idHash, lastSeenAt }: LiveSession): Promise<void> {
  const hour = hourOf(new Date());
  if (lastSeenAt >= hour) return;
  await db().session.updateMany({ where: { idHash, lastSeenAt: { lt: hour } }, data: { lastSeenAt: hour } });
}
