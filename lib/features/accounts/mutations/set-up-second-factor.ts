import { randomBytes } from "node:crypto";
import { mustBeSecured } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { sealBrowser } from "@/lib/server/known-browser";
import { markConfirmed, sealAuthenticator, tidyCode } from "@/lib/server/second-factor";
import { tokenHash } from "@/lib/server/secrets";
import { secretText, stepOfCode } from "@/lib/server/totp";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { hourOf } from "@/lib/shared/hour-of";
import { type SettingUp, secretToSetUp } from "../data/second-factor";
import { closeSessions } from "./sessions";

export type SetUp =
  | { ok: true; recoveryCodes: string[]; knownBrowser: string }
  | { ok: false; because: "wrong" | "suspended" };
export type RecoveryCodesMade =
  | { ok: true; recoveryCodes: string[] }
  | { ok: false; because: "suspended" | "no_factor" };
export type SecondFactorRemoved =
  | { ok: true; knownBrowser: string }
  | { ok: false; because: "suspended" | "no_factor" | "factor_required" };

const [codeBytes, codesMade] = [10, 10];

/** The first code of an app makes it the account's. Other sessions end; the first factor brings recovery codes with it. */
export function setUpAuthenticator(asked: SettingUp, typed: string): Promise<SetUp> {
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, asked.userId);
    if (account === null) return { ok: false, because: "suspended" };
    const { secret } = secretToSetUp(asked, account.sealedSecret);
    const step = stepOfCode(secret, tidyCode(typed));
    if (step === null) return { ok: false, because: "wrong" };
    const data = {
      ...{ sealedSecret: sealAuthenticator(asked.userId, secret), lastStep: step },
      createdAt: hourOf(new Date()),
    };
    const { userId } = asked;
    await tx.authenticator.upsert({ where: { userId }, create: { ...data, userId }, update: data });
    const recoveryCodes = account.secured ? [] : await replaceRecoveryCodes(tx, userId);
    await closeSessions(tx, { userId, idHash: { not: asked.idHash } }, null);
    await markConfirmed(tx, asked, account.role);
    await auditAccount(tx, "account.set_up_authenticator", userId);
    return { ok: true, recoveryCodes, knownBrowser: sealBrowser({ ...account, secured: true }) };
  });
}

/** Ten new codes; those there were stand no more. */
export function makeRecoveryCodes(userId: string): Promise<RecoveryCodesMade> {
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, userId);
    if (account === null) return { ok: false, because: "suspended" };
    if (!account.secured) return { ok: false, because: "no_factor" };
    const recoveryCodes = await replaceRecoveryCodes(tx, userId);
    await auditAccount(tx, "account.make_recovery_codes", userId);
    return { ok: true, recoveryCodes };
  });
}

/** Back to the passphrase alone, for roles that may. */
export function removeSecondFactor(userId: string): Promise<SecondFactorRemoved> {
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, userId);
    if (account === null) return { ok: false, because: "suspended" };
    if (mustBeSecured(account.role)) return { ok: false, because: "factor_required" };
    if (!account.secured) return { ok: false, because: "no_factor" };
    await forgetSecondFactor(tx, userId);
    await auditAccount(tx, "account.remove_second_factor", userId);
    return { ok: true, knownBrowser: sealBrowser({ ...account, secured: false }) };
  });
}

/** Whether there was one. */
export async function forgetSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const passkeys = await tx.passkey.deleteMany({ where: { userId } });
  const apps = await tx.authenticator.deleteMany({ where: { userId } });
  return passkeys.count + apps.count > 0;
}

/** The active account, held, so that its factors change one after the other. */
export async function lockAccount(tx: Transaction, userId: string) {
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
  const row = await tx.user.findUnique({
    where: { id: userId, state: "active" },
    select: {
      ...{ id: true, passphraseHash: true, role: true },
      ...{ authenticator: { select: { sealedSecret: true } }, _count: { select: { passkeys: true } } },
    },
  });
  if (row === null) return null;
  const { authenticator, _count, ...account } = row;
  const secured = authenticator !== null || _count.passkeys > 0;
  return { ...account, sealedSecret: authenticator?.sealedSecret ?? null, secured };
}

export async function replaceRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: codesMade }, () => secretText(Uint8Array.from(randomBytes(codeBytes))));
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: tokenHash(code) })) });
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, "$1-"));
}

export async function auditAccount(
  tx: Transaction,
  verb: `account.${string}`,
  userId: string,
  actorId: string | null = userId,
): Promise<void> {
  const same = { id: userId };
  await appendAudit(tx, {
    actorId,
    verb,
    objectType: "account",
    objectId: userId,
    before: same,
    after: same,
  });
}
