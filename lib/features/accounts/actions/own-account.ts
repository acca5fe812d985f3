"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { confirmedAction, signedInAction } from "@/lib/server/action-client";
import { dropSignIn, keepKnownBrowser } from "@/lib/server/auth";
import { changePassphrase } from "../mutations/change-passphrase";
import { deleteAccount } from "../mutations/delete-account";
import { endOwnSession, endOwnSessions } from "../mutations/sessions";
import { changePassphraseSchema, deleteAccountSchema, endSessionSchema, nothingSchema } from "../schema";
import { fieldOfRefusal } from "./own-passphrase";

export const changePassphraseAction = signedInAction(
  changePassphraseSchema,
  async (actor, { currentPassphrase, passphrase }) => {
    const change = { userId: actor.id, keptIdHash: actor.sessionHash, current: currentPassphrase, passphrase };
    const changed = await changePassphrase(change);
    if (!changed.ok) return { ok: false, ...fieldOfRefusal[changed.because] };
    await keepKnownBrowser(changed.knownBrowser);
    refresh();
    return { ok: true };
  },
);

/** Who deletes an account leaves it signed out; the page of signing in says that it is done. */
export const deleteAccountAction = confirmedAction(
  deleteAccountSchema,
  async (actor, { locale, currentPassphrase }) => {
    const deleted = await deleteAccount(actor.id, currentPassphrase);
    if (!deleted.ok)
      return deleted.because === "last_administrator"
        ? { ok: false, formError: deleted.because }
        : { ok: false, ...fieldOfRefusal[deleted.because] };
    await dropSignIn();
    return redirect(`/${locale}/sign-in?deleted=1`);
  },
);

export const endSessionAction = signedInAction(endSessionSchema, async (actor, { label }) => {
  const ended = await endOwnSession(actor.id, label);
  refresh();
  return ended.ok ? { ok: true } : { ok: false, formError: ended.because };
});

export const endOtherSessionsAction = signedInAction(nothingSchema, async (actor) => {
  const ended = await endOwnSessions(actor.id, actor.sessionHash);
  refresh();
  return ended.ok ? { ok: true } : { ok: false, formError: ended.because };
});
