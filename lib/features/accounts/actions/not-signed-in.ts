import type { ActionOutcome } from "@/lib/server/action-client";

type Refused = { because: "wrong" | "busy" | "passkey" } | { because: "suspended"; message: string | null };

/** Why a sign-in failed; a suspension says what was written to its owner, and to nobody who only guesses. */
export function notSignedIn(refused: Refused): ActionOutcome {
  const told = refused.because === "suspended" && refused.message !== null ? { suspension: refused.message } : null;
  return { ok: false, formError: `sign_in_${refused.because}`, ...(told === null ? {} : { told }) };
}
