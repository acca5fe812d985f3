import type { Role } from "@/lib/domain/can";
import { sealBrowser } from "@/lib/server/known-browser";
import { type CheckedAnswer, checkAnswer, ownerOfAnswer, type PasskeyAnswer, takeAnswer } from "@/lib/server/passkeys";
import { markConfirmed } from "@/lib/server/second-factor";
import { tokenHash } from "@/lib/server/secrets";
import { forgetAttempts, slowDown } from "@/lib/server/sign-in-limit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { auditBegunSession, type BegunSession, beginSession } from "./sessions";

export type SignedInByPasskey =
  | { ok: true; session: BegunSession; knownBrowser: string }
  | { ok: false; because: "passkey" }
  | { ok: false; because: "suspended"; message: string | null };

/**
 * Both steps at once: something one has, opened by something one knows or is. A passkey nobody has here, one that was
 * taken away and an answer that is wrong in any way get the same answer, and are slowed as wrong passphrases are.
 */
export async function signInByPasskey(answer: PasskeyAnswer): Promise<SignedInByPasskey> {
  const owner = await ownerOfAnswer(answer.typed);
  const counted = `passkey\n${owner?.passkeyId ?? ""}`;
  await slowDown(counted);
  const checked = owner && (await checkAnswer(answer, "sign-in", owner.userId));
  if (checked === null) return { ok: false, because: "passkey" };
  const opened = await inTransaction((tx) => openSession(tx, checked));
  if (opened.ok) await forgetAttempts(counted);
  return opened;
}

type Owner = { role: Role; passphraseHash: string; active: boolean; message: string | null };

async function openSession(tx: Transaction, checked: CheckedAnswer): Promise<SignedInByPasskey> {
  const { userId } = checked;
  const [owner] = await tx.$queryRaw<Owner[]>`
    SELECT role::text, passphrase_hash AS "passphraseHash", state = 'active' AS active, suspension_message AS message
    FROM users WHERE id = ${userId}::uuid FOR SHARE`;
  if (!owner?.active) return { ok: false, because: "suspended", message: owner?.message ?? null };
  if (!(await takeAnswer(tx, checked))) return { ok: false, because: "passkey" };
  const session = await beginSession(tx, { userId, role: owner.role }, false);
  await auditBegunSession(tx, session);
  await markConfirmed(tx, { userId, idHash: tokenHash(session.sessionId) }, owner.role);
  return { ok: true, session, knownBrowser: sealBrowser({ ...owner, id: userId, secured: true }) };
}
