"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/server/action-client";
import { dropSignIn, keepSignIn, readKnownBrowser } from "@/lib/server/auth";
import type { ActionState } from "@/lib/shared/action-state";
import type { Locale } from "@/lib/shared/i18n/locales";
import { nextPath } from "@/lib/shared/next-path";
import { suggestPassphrase } from "@/lib/shared/passphrase-suggestion";
import { acceptInvitation } from "../mutations/accept-invitation";
import { endSessionById } from "../mutations/sessions";
import { type SignedIn, signIn } from "../mutations/sign-in";
import { acceptInvitationSchema, signInSchema, signOutSchema } from "../schema";
import { notSignedIn } from "./not-signed-in";

export const signInAction = publicAction(signInSchema, async ({ locale, next, handle, passphrase }) => {
  const signedIn = await signIn({ handle, passphrase, knownBrowser: await readKnownBrowser() });
  if (!signedIn.ok) return notSignedIn(signedIn);
  await keepSignIn({ ...signedIn.session, knownBrowser: signedIn.knownBrowser });
  return redirect(wayOn(signedIn, locale, nextPath(next, `/${locale}/account`)));
});

/** Half signed in to the second step; without the second factor that the role asks for to where it is set up. */
function wayOn({ session, mustSetUp }: Extract<SignedIn, { ok: true }>, locale: Locale, next: string): string {
  const asked = `?next=${encodeURIComponent(next)}`;
  if (session.awaitsSecondFactor) return `/${locale}/sign-in/second-step${asked}`;
  return mustSetUp ? `/${locale}/account/second-step${asked}` : next;
}

/** Works for anybody, also with a session that ended long ago. */
export const signOutAction = publicAction(signOutSchema, async ({ locale }) => {
  const sessionId = await dropSignIn();
  if (sessionId !== null) await endSessionById(sessionId);
  return redirect(`/${locale}/sign-in?out=1`);
});

const accept = publicAction(acceptInvitationSchema, async ({ locale, token, handle, passphrase }) => {
  const accepted = await acceptInvitation({ token, handle, passphrase });
  if (accepted.ok) {
    await keepSignIn({ ...accepted.session, knownBrowser: accepted.knownBrowser });
    const isSetUpNext = accepted.mustSetUp ? "/second-step" : "";
    return redirect(`/${locale}/account${isSetUpNext}?welcome=1`);
  }
  if (accepted.because === "handle_taken")
    return { ok: false, fieldErrors: { handle: "handle_taken" }, formError: "check_fields" };
  if (accepted.because === "busy") return { ok: false, formError: "busy" };
  // A form sent twice made its account the first time: whoever knows its passphrase is let in, not turned away.
  const again = await signIn({ handle, passphrase, knownBrowser: await readKnownBrowser() });
  if (!again.ok) return { ok: false, formError: "invitation_gone" };
  await keepSignIn({ ...again.session, knownBrowser: again.knownBrowser });
  return redirect(wayOn(again, locale, `/${locale}/account`));
});

/** The same form asks for six other words, so that what was typed stays where it is without JavaScript too. */
export async function joinAction(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (formData.get("intent") !== "suggest") return accept(null, formData);
  const values = { handle: String(formData.get("handle") ?? ""), suggestion: suggestPassphrase() };
  return { ok: false, fieldErrors: {}, formError: null, values };
}
