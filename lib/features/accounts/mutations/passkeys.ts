import { mustBeSecured } from "@/lib/domain/can";
import { sealBrowser } from "@/lib/server/known-browser";
import { spendChallenge } from "@/lib/server/passkey-challenge";
import { checkNewPasskey, type PasskeyAnswer } from "@/lib/server/passkeys";
import { markConfirmed } from "@/lib/server/second-factor";
import { inTransaction } from "@/lib/server/transaction";
import { hourOf } from "@/lib/shared/hour-of";
import { closeSessions } from "./sessions";
import { auditAccount, forgetSecondFactor, lockAccount, replaceRecoveryCodes } from "./set-up-second-factor";

export type PasskeyAdded =
  | { ok: true; recoveryCodes: string[]; knownBrowser: string }
  | { ok: false; because: "passkey_wrong" | "suspended" };
export type PasskeyRenamed = { ok: true } | { ok: false; because: "gone" | "suspended" };
export type PasskeyRemoved =
  | { ok: true; knownBrowser: string }
  | { ok: false; because: "gone" | "suspended" | "factor_required" };

type Session = { userId: string; idHash: string };

/** One more passkey. The first factor of an account brings recovery codes, and ends the sessions begun without it. */
export async function addPasskey(session: Session, answer: PasskeyAnswer, name: string): Promise<PasskeyAdded> {
  const made = await checkNewPasskey(answer, session.idHash);
  if (made === null) return { ok: false, because: "passkey_wrong" };
  const { userId, idHash } = session;
  const { challenge, ...passkey } = made;
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, userId);
    if (account === null) return { ok: false, because: "suspended" };
    if (!(await spendChallenge(tx, challenge))) return { ok: false, because: "passkey_wrong" };
    const { count } = await tx.passkey.createMany({
      data: [{ ...passkey, userId, name, createdAt: hourOf(new Date()) }],
      skipDuplicates: true,
    });
    if (count !== 1) return { ok: false, because: "passkey_wrong" };
    const recoveryCodes = account.secured ? [] : await replaceRecoveryCodes(tx, userId);
    if (!account.secured) await closeSessions(tx, { userId, idHash: { not: idHash } }, null);
    await markConfirmed(tx, session, account.role);
    await auditAccount(tx, "account.add_passkey", userId);
    return { ok: true, recoveryCodes, knownBrowser: sealBrowser({ ...account, secured: true }) };
  });
}

export function renamePasskey(userId: string, id: string, name: string): Promise<PasskeyRenamed> {
  return inTransaction(async (tx) => {
    if ((await lockAccount(tx, userId)) === null) return { ok: false, because: "suspended" };
    const { count } = await tx.passkey.updateMany({ where: { id, userId }, data: { name } });
    if (count !== 1) return { ok: false, because: "gone" };
    await auditAccount(tx, "account.rename_passkey", userId);
    return { ok: true };
  });
}

/**
 * Whoever lost a device takes its passkey away: every other session ends with it. The last factor of an account takes the
 * recovery codes with it, and stays where the role asks for one.
 */
export function removePasskey({ userId, idHash }: Session, id: string): Promise<PasskeyRemoved> {
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, userId);
    if (account === null) return { ok: false, because: "suspended" };
    const others = await tx.passkey.count({ where: { userId, id: { not: id } } });
    const secured = account.sealedSecret !== null || others > 0;
    if ((await tx.passkey.count({ where: { id, userId } })) === 0) return { ok: false, because: "gone" };
    if (!secured && mustBeSecured(account.role)) return { ok: false, because: "factor_required" };
    await tx.passkey.deleteMany({ where: { id, userId } });
    if (!secured) await forgetSecondFactor(tx, userId);
    await closeSessions(tx, { userId, idHash: { not: idHash } }, null);
    await auditAccount(tx, "account.remove_passkey", userId);
    return { ok: true, knownBrowser: sealBrowser({ ...account, secured }) };
  });
}
