import type { SignedInActor } from "@/lib/server/auth";
import { confirmPassphrase } from "../mutations/confirm-passphrase";

/** What a form says when the passphrase typed into it was not accepted. */
export const fieldOfRefusal = {
  wrong: { fieldErrors: { currentPassphrase: "passphrase_wrong" }, formError: "check_fields" },
  same: { fieldErrors: { passphrase: "passphrase_same" }, formError: "check_fields" },
  handle: { fieldErrors: { passphrase: "passphrase_handle" }, formError: "check_fields" },
  suspended: { formError: "signed_out" },
  busy: { formError: "busy" },
} as const;

/**
 * The first factor of an account asks for the passphrase, since nothing else shows that its owner sits here, and a
 * passkey alone signs in later. With a second factor the second step was asked for already. Null when it may go on.
 */
export async function refusalOfFirstFactor(actor: SignedInActor, passphrase: string | undefined) {
  if (actor.secured) return null;
  if (passphrase === undefined)
    return { ok: false, fieldErrors: { currentPassphrase: "passphrase_missing" }, formError: "check_fields" } as const;
  const confirmed = await confirmPassphrase(actor.id, passphrase);
  return confirmed.ok ? null : ({ ok: false, ...fieldOfRefusal[confirmed.because] } as const);
}
