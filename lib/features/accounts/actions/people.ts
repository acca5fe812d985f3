"use server";
import { refresh } from "next/cache";
import { env } from "@/lib/env";
import { type ActionOutcome, confirmedAction, signedInAction } from "@/lib/server/action-client";
import { formatDayTime } from "@/lib/shared/format/day";
import { restoreAccount, setRole, suspendAccount } from "../mutations/administer";
import { createInvitation, revokeInvitation } from "../mutations/invitations";
import { resetSecondFactor } from "../mutations/reset-second-factor";
import { endSessionsOf } from "../mutations/sessions";
import { accountSchema, createInvitationSchema, revokeInvitationSchema, setRoleSchema, suspendSchema } from "../schema";

/** The page shows what is true now, whether the write was done or somebody else was first. */
function shown(done: { ok: true } | { ok: false; because: string }): ActionOutcome {
  refresh();
  return done.ok ? { ok: true } : { ok: false, formError: done.because };
}

/** The link is in this answer and nowhere else. */
export const createInvitationAction = confirmedAction(
  createInvitationSchema,
  async (actor, { locale, role, days, note }) => {
    const made = await createInvitation(actor.id, role, { days, note });
    if (!made.ok) return { ok: false, formError: made.because };
    refresh();
    const until = `${formatDayTime(made.expiresAt.getTime(), locale, "UTC")} UTC`;
    return { ok: true, link: `${env().publicUrl}/${locale}/join/${made.token}`, role, until };
  },
);

export const revokeInvitationAction = signedInAction(revokeInvitationSchema, async (actor, { invitationId }) =>
  shown(await revokeInvitation(actor.id, invitationId)),
);

export const suspendAccountAction = confirmedAction(suspendSchema, async (actor, { userId, reason, message }) =>
  shown(await suspendAccount(actor.id, userId, { reason, message })),
);

export const restoreAccountAction = confirmedAction(accountSchema, async (actor, { userId }) =>
  shown(await restoreAccount(actor.id, userId)),
);

export const endSessionsOfAction = signedInAction(accountSchema, async (actor, { userId }) =>
  shown(await endSessionsOf(actor.id, userId)),
);

export const resetSecondFactorAction = confirmedAction(accountSchema, async (actor, { userId }) =>
  shown(await resetSecondFactor(actor.id, userId)),
);

export const setRoleAction = confirmedAction(setRoleSchema, async (actor, { userId, role }) =>
  shown(await setRole(actor.id, userId, role)),
);
