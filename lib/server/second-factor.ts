import { mustBeSecured, type Role } from "@/lib/domain/can";
import { hourOf } from "@/lib/shared/hour-of";
import { appendAudit } from "./audit";
import { seal, tokenHash, unseal } from "./secrets";
import { mayTryCode, takeBackTry } from "./sign-in-limit";
import { stepOfCode } from "./totp";
import { inTransaction, type Transaction } from "./transaction";

/** Whose second step it is, in which session, and what its tries are counted by. */
export type Confirming = { userId: string; idHash: string; counted: string };
export type Confirmed = { ok: true } | { ok: false; because: "needed" | "wrong" | "limited" | "passkey" };

const minuteMs = 60_000;
const freshMinutes = 15;
const stepMinutes = 5;

const purposeOf = (userId: string) => `authenticator\n${userId}`;
export const sealAuthenticator = (userId: string, secret: string) => seal(purposeOf(userId), secret);

/** Until when a second step taken now counts as fresh: fifteen minutes, rounded up to five so that it tells less. */
export function freshUntil(now: Date): Date {
  const step = stepMinutes * minuteMs;
  return new Date(Math.ceil((now.getTime() + freshMinutes * minuteMs) / step) * step);
}

/** Codes are copied by hand: spaces and hyphens between, small letters and the digits taken for letters do not matter. */
export function tidyCode(typed: string): string {
  const bare = typed
    .normalize("NFKC")
    .replace(/[\s‐-―-]/gu, "")
    .toUpperCase();
  return /^\d{6}$/.test(bare) ? bare : bare.replaceAll("0", "O").replaceAll("1", "I").replaceAll("8", "B");
}

/** The second step by a code of the app or by a recovery code, each of which stands once. */
export async function confirmByCode({ counted, ...session }: Confirming, typed: string): Promise<Confirmed> {
  const code = tidyCode(typed);
  if (code === "") return { ok: false, because: "needed" };
  const isOfApp = /^\d{6}$/.test(code);
  if (isOfApp && !(await mayTryCode(counted))) return { ok: false, because: "limited" };
  const isRight = await inTransaction(async (tx) => {
    const role = await lockActiveRole(tx, session.userId);
    if (role === null) return false;
    const taken = isOfApp ? await takeCode(tx, session.userId, code) : await takeRecoveryCode(tx, session.userId, code);
    if (!taken) return false;
    await markConfirmed(tx, session, role);
    return true;
  });
  if (!isRight) return { ok: false, because: "wrong" };
  if (isOfApp) await takeBackTry(counted);
  return { ok: true };
}

export async function lockActiveRole(tx: Transaction, userId: string): Promise<Role | null> {
  const [row] = await tx.$queryRaw<{ role: Role }[]>`
    SELECT role::text FROM users WHERE id = ${userId}::uuid AND state = 'active' FOR SHARE`;
  return row?.role ?? null;
}

async function takeCode(tx: Transaction, userId: string, code: string): Promise<boolean> {
  const app = await tx.authenticator.findUnique({ where: { userId } });
  const secret = app && unseal(purposeOf(userId), app.sealedSecret);
  const step = secret ? stepOfCode(secret, code) : null;
  if (!app || step === null) return false;
  // Two who send one code at the same moment: the row lets the first through and the second sees its step.
  const { count } = await tx.authenticator.updateMany({
    where: { userId, sealedSecret: app.sealedSecret, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function takeRecoveryCode(tx: Transaction, userId: string, code: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: tokenHash(code), usedAt: null },
    data: { usedAt: hourOf(new Date()) },
  });
  return count === 1;
}

/**
 * The session has taken its second step. The line of the log names nobody, as that of its beginning; and only for
 * roles whose acts are in the log anyway is it kept until when the step counts as fresh.
 */
export async function markConfirmed(
  tx: Transaction,
  { userId, idHash }: Omit<Confirming, "counted">,
  role: Role,
): Promise<void> {
  const now = new Date();
  const confirmedUntil = mustBeSecured(role) ? freshUntil(now) : null;
  const confirmed = await tx.session.updateManyAndReturn({
    where: { idHash, userId, endedAt: null, expiresAt: { gt: now } },
    data: { awaitsSecondFactor: false, confirmedUntil },
    select: { label: true },
  });
  for (const { label } of confirmed) {
    await appendAudit(tx, {
      actorId: null,
      verb: "session.confirm",
      objectType: "session",
      objectId: label,
      before: { label },
      after: { label, confirmed: true },
    });
  }
}
