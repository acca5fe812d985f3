"use server";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/server/action-client";
import { keepSignIn } from "@/lib/server/auth";
import { restoreAdministrator } from "../mutations/restore-administrator";
import { restoreSchema } from "../schema";

const fieldOfRefusal = {
  gone: { formError: "restoration_gone" },
  handle: { fieldErrors: { passphrase: "passphrase_handle" }, formError: "check_fields" },
  busy: { formError: "busy" },
} as const;

/** Signed in with the new passphrase, and led to set up another second factor: before it the role can do nothing. */
export const restoreAction = publicAction(restoreSchema, async ({ locale, token, passphrase }) => {
  const restored = await restoreAdministrator(token, passphrase);
  if (!restored.ok) return { ok: false, ...fieldOfRefusal[restored.because] };
  await keepSignIn({ ...restored.session, knownBrowser: restored.knownBrowser });
  return redirect(`/${locale}/account/second-step`);
});
