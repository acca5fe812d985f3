import { can, type Denial } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { randomToken, tokenHash } from "@/lib/server/secrets";
import { inTransaction } from "@/lib/server/transaction";
import { lockActor } from "../data";
import type { GivenRole } from "../schema";

export type InvitationMade =
  | { ok: true; invitationId: string; token: string; expiresAt: Date }
  | { ok: false; because: Denial };
export type InvitationRevoked = { ok: true } | { ok: false; because: Denial | "gone" };

const dayMs = 86_400_000;

/** How long the link works, and what the inviter wants to remember of it. */
export type InvitationTerms = { days: number; note: string | null };
const aWeek: InvitationTerms = { days: 7, note: null };

/** A link that makes one account with this role. The token is returned once and only its hash is kept. */
export function createInvitation(
  actorId: string,
  role: GivenRole,
  { days, note }: InvitationTerms = aWeek,
): Promise<InvitationMade> {
  return inTransaction(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const verdict = can(actor, "invite", { role });
    if (!verdict.allowed) return { ok: false, because: verdict.because };
    const token = randomToken();
    const expiresAt = new Date(Date.now() + days * dayMs);
    const { id } = await tx.invitation.create({
      data: { tokenHash: tokenHash(token), role, createdById: actorId, expiresAt, note },
      select: { id: true },
    });
    await appendAudit(tx, {
      actorId,
      verb: "invitation.create",
      objectType: "invitation",
      objectId: id,
      before: null,
      after: { id, role, createdById: actorId, expiresAt },
    });
    return { ok: true, invitationId: id, token, expiresAt };
  });
}

/** Makes an unused link useless: one's own, or anybody's for an administrator. */
export function revokeInvitation(actorId: string, invitationId: string): Promise<InvitationRevoked> {
  return inTransaction(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const invitation = await tx.invitation.findUnique({
      where: { id: invitationId },
      select: { id: true, role: true, createdById: true },
    });
    const isOwn = invitation?.createdById === actorId;
    const verdict = can(actor, "invite", invitation ? { role: invitation.role } : { role: "contributor" });
    if (!verdict.allowed) return { ok: false, because: verdict.because };
    if (!isOwn && actor.role !== "admin") return { ok: false, because: "role" };
    const revokedAt = new Date();
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, usedAt: null, revokedAt: null },
      data: { revokedAt },
    });
    if (count !== 1) return { ok: false, because: "gone" };
    await appendAudit(tx, {
      actorId,
      verb: "invitation.revoke",
      objectType: "invitation",
      objectId: invitationId,
      before: invitation,
      after: { ...invitation, revokedAt },
    });
    return { ok: true };
  });
}
