"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { confirmedAction, publicAction, signedInAction } from "@/lib/server/action-client";
import { keepChallenge, keepKnownBrowser, keepSignIn, takeChallenge } from "@/lib/server/auth";
import { handleKey } from "@/lib/shared/handle";
import { nextPath } from "@/lib/shared/next-path";
import { askForNewPasskey } from "../mutations/ask-passkey";
import { addPasskey, removePasskey, renamePasskey } from "../mutations/passkeys";
import { signInByPasskey } from "../mutations/sign-in-by-passkey";
import {
  addPasskeySchema,
  beginPasskeySchema,
  passkeySignInSchema,
  removePasskeySchema,
  renamePasskeySchema,
} from "../schema";
import { notSignedIn } from "./not-signed-in";
import { refusalOfFirstFactor } from "./own-passphrase";

export const signInByPasskeyAction = publicAction(passkeySignInSchema, async ({ locale, next, passkeyAnswer }) => {
  const signedIn = await signInByPasskey({ typed: passkeyAnswer, kept: await takeChallenge() });
  if (!signedIn.ok) return notSignedIn(signedIn);
  await keepSignIn({ ...signedIn.session, knownBrowser: signedIn.knownBrowser });
  return redirect(nextPath(next, `/${locale}/account`));
});

/** Devices show the name to whoever holds them: it must not say whose account this is. */
const tellsHandle = (name: string, handle: string) => handleKey(name).includes(handleKey(handle));
const namedAfterAccount = {
  ok: false,
  fieldErrors: { name: "passkey_name_handle" },
  formError: "check_fields",
} as const;

/** Asks for the second step, or the passphrase; what it answers with is the leave to add one passkey in this session. */
export const beginPasskeyAction = confirmedAction(beginPasskeySchema, async (actor, { name, currentPassphrase }) => {
  if (tellsHandle(name, actor.handle)) return namedAfterAccount;
  const refused = await refusalOfFirstFactor(actor, currentPassphrase);
  if (refused !== null) return refused;
  const asked = await askForNewPasskey({ userId: actor.id, idHash: actor.sessionHash }, name);
  if (!asked.ok) return { ok: false, formError: asked.because };
  await keepChallenge(asked.kept);
  return { ok: true, name, options: asked.options };
});

/** The recovery codes are in this answer and nowhere else. */
export const addPasskeyAction = signedInAction(addPasskeySchema, async (actor, { name, passkeyAnswer }) => {
  const answer = { typed: passkeyAnswer, kept: await takeChallenge() };
  const added = await addPasskey({ userId: actor.id, idHash: actor.sessionHash }, answer, name);
  if (!added.ok) return { ok: false, formError: added.because };
  await keepKnownBrowser(added.knownBrowser);
  refresh();
  return { ok: true, recoveryCodes: added.recoveryCodes };
});

export const renamePasskeyAction = confirmedAction(renamePasskeySchema, async (actor, { passkeyId, name }) => {
  if (tellsHandle(name, actor.handle)) return namedAfterAccount;
  const renamed = await renamePasskey(actor.id, passkeyId, name);
  refresh();
  return renamed.ok ? { ok: true } : { ok: false, formError: renamed.because };
});

export const removePasskeyAction = confirmedAction(removePasskeySchema, async (actor, { passkeyId }) => {
  const removed = await removePasskey({ userId: actor.id, idHash: actor.sessionHash }, passkeyId);
  if (!removed.ok) return { ok: false, formError: removed.because };
  await keepKnownBrowser(removed.knownBrowser);
  refresh();
  return { ok: true };
});
