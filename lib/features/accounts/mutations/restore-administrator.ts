import type { Role } from "@/lib/domain/can";
import { TooManyWaiting } from "@/lib/server/hashing-queue";
import { sealBrowser } from "@/lib/server/known-browser";
import { hashPassphrase } from "@/lib/server/passphrase";
import { randomToken, tokenHash } from "@/lib/server/secrets";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { handleKey } from "@/lib/shared/handle";
import { findRestoration } from "../data/restoration";
import { holdsHandle } from "../schema";
import { auditBegunSession, type BegunSession, beginSession, closeSessions } from "./sessions";
import { auditAccount, forgetSecondFactor } from "./set-up-second-factor";

export type RestorationOffered =
  | { ok: true; token: string; expiresAt: Date; endedSessions: number }
  | { ok: false; because: "unknown" | "role" | "suspended" };
export type AdministratorRestored =
  | { ok: true; session: BegunSession; knownBrowser: string }
  | { ok: false; because: "gone" | "handle" | "busy" };

const dayMs = 86_400_000;

/**
 * A way back in for an administrator who lost passphrase, app and codes and has nobody to ask: for whoever has the
 * machine, which is the right to everything here anyway. It ends the account's sessions, and the link made before.
 */
export function offerRestoration(handle: string): Promise<RestorationOffered> {
  return inTransaction(async (tx) => {
    const [account] = await tx.$queryRaw<{ id: string; role: Role; state: string }[]>`
      SELECT id::text, role::text, state::text FROM users
      WHERE handle_key = ${handleKey(handle)} AND deleted_at IS NULL FOR UPDATE`;
    if (account === undefined) return { ok: false, because: "unknown" };
    if (account.role !== "admin") return { ok: false, because: "role" };
    if (account.state !== "active") return { ok: false, because: "suspended" };
    const [userId, token] = [account.id, randomToken()];
    const data = { tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + dayMs) };
    await tx.restoration.upsert({ where: { userId }, create: { userId, ...data }, update: data });
    const endedSessions = await closeSessions(tx, { userId }, null);
    await auditAccount(tx, "account.offer_restoration", userId, null);
    return { ok: true, token, expiresAt: data.expiresAt, endedSessions };
  });
}

/** The link, used: a new passphrase, the lost second factors gone, and a session in which another one is set up. */
export async function restoreAdministrator(token: string, passphrase: string): Promise<AdministratorRestored> {
  // Before the expensive hash: nobody without a link can make the server work.
  const account = await findRestoration(token);
  if (account === null) return { ok: false, because: "gone" };
  if (holdsHandle(passphrase, account.handle)) return { ok: false, because: "handle" };
  try {
    const passphraseHash = await hashPassphrase(passphrase);
    return await inTransaction((tx) => letIn(tx, token, passphraseHash));
  } catch (error) {
    if (error instanceof TooManyWaiting) return { ok: false, because: "busy" };
    throw error;
  }
}

async function letIn(tx: Transaction, token: string, passphraseHash: string): Promise<AdministratorRestored> {
  const [account] = await tx.$queryRaw<{ userId: string }[]>`
    SELECT users.id::text AS "userId" FROM users JOIN restorations ON restorations.user_id = users.id
    WHERE token_hash = ${tokenHash(token)} AND expires_at > now() AND role = 'admin' AND state = 'active'
    FOR UPDATE`;
  if (account === undefined) return { ok: false, because: "gone" };
  const { userId } = account;
  await tx.restoration.delete({ where: { userId } });
  await tx.user.update({ where: { id: userId }, data: { passphraseHash } });
  await forgetSecondFactor(tx, userId);
  const session = await beginSession(tx, { userId, role: "admin" }, false);
  await closeSessions(tx, { userId, label: { not: session.label } }, null);
  await auditAccount(tx, "account.restore_access", userId);
  await auditBegunSession(tx, session);
  return { ok: true, session, knownBrowser: sealBrowser({ id: userId, passphraseHash, secured: false }) };
}
