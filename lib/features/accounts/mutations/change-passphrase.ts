import { appendAudit } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import { TooManyWaiting } from "@/lib/server/hashing-queue";
import { sealBrowser } from "@/lib/server/known-browser";
import { hashPassphrase, isPassphraseOf } from "@/lib/server/passphrase";
import { forgetAttempts, slowDown } from "@/lib/server/sign-in-limit";
import { inTransaction } from "@/lib/server/transaction";
import { holdsHandle } from "../schema";
import { closeSessions } from "./sessions";

export type PassphraseChange = { userId: string; keptIdHash: string; current: string; passphrase: string };
export type PassphraseChanged =
  | { ok: true; knownBrowser: string; endedSessions: number }
  | { ok: false; because: "wrong" | "same" | "handle" | "suspended" | "busy" };

/** A new passphrase for whoever knows the old one; every other session ends and every known browser is forgotten. */
export async function changePassphrase(change: PassphraseChange): Promise<PassphraseChanged> {
  const user = await db().user.findUnique({
    where: { id: change.userId },
    select: {
      ...{ id: true, handle: true, passphraseHash: true, state: true },
      ...{ authenticator: { select: { userId: true } }, _count: { select: { passkeys: true } } },
    },
  });
  if (user === null || user.state !== "active") return { ok: false, because: "suspended" };
  if (holdsHandle(change.passphrase, user.handle)) return { ok: false, because: "handle" };
  try {
    // Counted apart from signing in: whoever sits at an open session may guess here, and must not slow the owner there.
    const counted = `change\n${user.id}`;
    await slowDown(counted);
    const matches = await isPassphraseOf(user.passphraseHash, change.current, { key: counted, knownBrowser: true });
    if (!matches) return { ok: false, because: "wrong" };
    if (change.passphrase === change.current) {
      await forgetAttempts(counted);
      return { ok: false, because: "same" };
    }
    const secured = user.authenticator !== null || user._count.passkeys > 0;
    const replaced = await replaceHash({ ...user, secured }, change);
    await forgetAttempts(counted);
    return replaced;
  } catch (error) {
    if (error instanceof TooManyWaiting) return { ok: false, because: "busy" };
    throw error;
  }
}

async function replaceHash(
  user: { id: string; passphraseHash: string; secured: boolean },
  { keptIdHash, passphrase }: PassphraseChange,
): Promise<PassphraseChanged> {
  const passphraseHash = await hashPassphrase(passphrase);
  return inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, state: "active", passphraseHash: user.passphraseHash },
      data: { passphraseHash },
    });
    if (count !== 1) return { ok: false, because: "wrong" };
    const endedSessions = await closeSessions(tx, { userId: user.id, idHash: { not: keptIdHash } }, null);
    await appendAudit(tx, {
      actorId: user.id,
      verb: "account.change_passphrase",
      objectType: "account",
      objectId: user.id,
      before: { id: user.id },
      after: { id: user.id },
    });
    return { ok: true, endedSessions, knownBrowser: sealBrowser({ ...user, passphraseHash }) };
  });
}
