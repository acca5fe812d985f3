import { can, mustBeSecured } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { TooManyWaiting } from "@/lib/server/hashing-queue";
import { sealBrowser } from "@/lib/server/known-browser";
import { hashPassphrase } from "@/lib/server/passphrase";
import { tokenHash } from "@/lib/server/secrets";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { handleKey } from "@/lib/shared/handle";
import { findInvitationByToken, lockActor } from "../data";
import type { GivenRole } from "../schema";
import { auditBegunSession, type BegunSession, beginSession } from "./sessions";

export type Acceptance = { token: string; handle: string; passphrase: string };
export type InvitationAccepted =
  | { ok: true; userId: string; session: BegunSession; knownBrowser: string; mustSetUp: boolean }
  | { ok: false; because: "gone" | "handle_taken" | "busy" };

type Invitation = { id: string; role: GivenRole; createdById: string | null };
type NewAccount = { handle: string; passphraseHash: string };

/** One account for one link, however often and from wherever it is sent at the same time. */
export async function acceptInvitation({ token, handle, passphrase }: Acceptance): Promise<InvitationAccepted> {
  // Before the expensive hash: nobody without a link can make the server work.
  if ((await findInvitationByToken(token)) === null) return { ok: false, because: "gone" };
  try {
    const account = { handle, passphraseHash: await hashPassphrase(passphrase) };
    return await inTransaction((tx) => makeAccount(tx, token, account));
  } catch (error) {
    if (error instanceof TooManyWaiting) return { ok: false, because: "busy" };
    throw error;
  }
}

async function makeAccount(tx: Transaction, token: string, account: NewAccount): Promise<InvitationAccepted> {
  const invitation = await lockInvitation(tx, token);
  if (invitation === null || !(await mayStillInvite(tx, invitation))) return { ok: false, because: "gone" };
  const userId = await insertUser(tx, invitation, account);
  if (userId === null) return { ok: false, because: "handle_taken" };
  const usedAt = new Date();
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, usedAt: null, revokedAt: null },
    data: { usedAt, usedById: userId },
  });
  if (count !== 1) throw new Error("An invitation that was locked changed.");
  const session = await beginSession(tx, { userId, role: invitation.role }, false);
  await auditAcceptance(tx, { ...invitation, usedAt, usedById: userId });
  await auditBegunSession(tx, session);
  return {
    ok: true,
    userId,
    session,
    knownBrowser: sealBrowser({ id: userId, passphraseHash: account.passphraseHash, secured: false }),
    mustSetUp: mustBeSecured(invitation.role),
  };
}

async function lockInvitation(tx: Transaction, token: string): Promise<Invitation | null> {
  const rows = await tx.$queryRaw<Invitation[]>`
    SELECT id::text, role::text, created_by_id::text AS "createdById" FROM invitations
    WHERE token_hash = ${tokenHash(token)} AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now() FOR UPDATE`;
  return rows[0] ?? null;
}

/** A link dies with the right of whoever made it; the first administrator's dies when there is an administrator. */
async function mayStillInvite(tx: Transaction, { role, createdById }: Invitation): Promise<boolean> {
  if (createdById !== null) return can(await lockActor(tx, createdById), "invite", { role }).allowed;
  return (await tx.user.count({ where: { role: "admin" } })) === 0;
}

/** Null when the pseudonym, or one that looks like it, is taken. */
async function insertUser(tx: Transaction, invitation: Invitation, account: NewAccount): Promise<string | null> {
  const [made] = await tx.user.createManyAndReturn({
    data: [
      { ...account, handleKey: handleKey(account.handle), role: invitation.role, invitedById: invitation.createdById },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return made?.id ?? null;
}

type UsedInvitation = Invitation & { usedAt: Date; usedById: string };

/** Without the pseudonym: its hash would outlive the account, and confirm whoever guesses it. */
async function auditAcceptance(tx: Transaction, used: UsedInvitation): Promise<void> {
  const { usedAt, usedById, ...unused } = used;
  await appendAudit(tx, {
    actorId: usedById,
    verb: "invitation.accept",
    objectType: "invitation",
    objectId: used.id,
    before: unused,
    after: { ...unused, usedAt, usedById },
  });
  await appendAudit(tx, {
    actorId: usedById,
    verb: "account.create",
    objectType: "account",
    objectId: usedById,
    before: null,
    after: { id: usedById, role: used.role, state: "active" },
  });
}
