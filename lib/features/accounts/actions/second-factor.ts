"use server";
import { redirect } from "next/navigation";
import { confirmedAction, publicAction } from "@/lib/server/action-client";
import { halfSignedIn, keepKnownBrowser, readKnownBrowser, takeChallenge } from "@/lib/server/auth";
import { nextPath } from "@/lib/shared/next-path";
import { completeByPasskey, completeSignIn } from "../mutations/complete-sign-in";
import { makeRecoveryCodes, removeSecondFactor, setUpAuthenticator } from "../mutations/set-up-second-factor";
import { nothingSchema, secondStepSchema, setUpAuthenticatorSchema } from "../schema";
import { refusalOfFirstFactor } from "./own-passphrase";

export const secondStepAction = publicAction(secondStepSchema, async ({ locale, next, code, passkeyAnswer }) => {
  const session = await halfSignedIn();
  // Ended meanwhile, or completed in another tab: the page of signing in knows the way.
  if (session === null) return redirect(`/${locale}/sign-in?next=${encodeURIComponent(next ?? "")}`);
  const who = { userId: session.user.id, idHash: session.idHash };
  const completed = passkeyAnswer
    ? await completeByPasskey({ ...who, answer: { typed: passkeyAnswer, kept: await takeChallenge() } })
    : await completeSignIn({ ...who, knownBrowser: await readKnownBrowser(), code });
  if (!completed.ok) return { ok: false, formError: `second_step_${completed.because}` };
  await keepKnownBrowser(completed.knownBrowser);
  return redirect(nextPath(next, `/${locale}/account`));
});

/** The recovery codes are in this answer and nowhere else. */
export const setUpAuthenticatorAction = confirmedAction(
  setUpAuthenticatorSchema,
  async (actor, { code, currentPassphrase }) => {
    const refused = await refusalOfFirstFactor(actor, currentPassphrase);
    if (refused !== null) return refused;
    const done = await setUpAuthenticator({ userId: actor.id, idHash: actor.sessionHash }, code);
    if (!done.ok && done.because === "wrong")
      return { ok: false, fieldErrors: { code: "second_step_wrong" }, formError: "check_fields" };
    if (!done.ok) return { ok: false, formError: done.because };
    await keepKnownBrowser(done.knownBrowser);
    return { ok: true, recoveryCodes: done.recoveryCodes };
  },
);

export const makeRecoveryCodesAction = confirmedAction(nothingSchema, async (actor) => {
  const made = await makeRecoveryCodes(actor.id);
  return made.ok ? { ok: true, recoveryCodes: made.recoveryCodes } : { ok: false, formError: made.because };
});

export const removeSecondFactorAction = confirmedAction(nothingSchema, async (actor) => {
  const removed = await removeSecondFactor(actor.id);
  if (!removed.ok) return { ok: false, formError: removed.because };
  await keepKnownBrowser(removed.knownBrowser);
  return { ok: true };
});
