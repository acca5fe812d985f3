import { db } from "@/lib/server/db";
import { TooManyWaiting } from "@/lib/server/hashing-queue";
import { isPassphraseOf } from "@/lib/server/passphrase";
import { forgetAttempts, slowDown } from "@/lib/server/sign-in-limit";

export type PassphraseConfirmed = { ok: true } | { ok: false; because: "wrong" | "suspended" | "busy" };

/**
 * Whether whoever sits at an open session knows its passphrase. Counted with changing it: an open session gets no second
 * set of guesses.
 */
export async function confirmPassphrase(userId: string, passphrase: string): Promise<PassphraseConfirmed> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { passphraseHash: true, state: true } });
  if (user === null || user.state !== "active") return { ok: false, because: "suspended" };
  try {
    const counted = `change\n${userId}`;
    await slowDown(counted);
    const matches = await isPassphraseOf(user.passphraseHash, passphrase, { key: counted, knownBrowser: true });
    if (!matches) return { ok: false, because: "wrong" };
    await forgetAttempts(counted);
    return { ok: true };
  } catch (error) {
    if (error instanceof TooManyWaiting) return { ok: false, because: "busy" };
    throw error;
  }
}
