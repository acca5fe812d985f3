import { db } from "@/lib/server/db";
import { isKnownBrowser, sealBrowser } from "@/lib/server/known-browser";
import { confirmByPasskey, type PasskeyAnswer } from "@/lib/server/passkeys";
import { type Confirmed, confirmByCode } from "@/lib/server/second-factor";

type Session = { userId: string; idHash: string };
export type SecondStep = Session & { knownBrowser: string | null; code: string };
export type SignInCompleted = { ok: true; knownBrowser: string } | Extract<Confirmed, { ok: false }>;

/** The second step of signing in, in a browser that gave the right passphrase. Only now it becomes a known one. */
export async function completeSignIn({ userId, idHash, knownBrowser, code }: SecondStep): Promise<SignInCompleted> {
  const owner = await findOwner(userId);
  const counted = isKnownBrowser(knownBrowser, owner) ? `browser\n${knownBrowser}` : `account\n${userId}`;
  const confirmed = await confirmByCode({ userId, idHash, counted }, code);
  return confirmed.ok ? { ok: true, knownBrowser: sealBrowser(owner) } : confirmed;
}

/** The same step by a passkey of the account. */
export async function completeByPasskey({
  answer,
  ...session
}: Session & { answer: PasskeyAnswer }): Promise<SignInCompleted> {
  const confirmed = await confirmByPasskey(session, answer);
  return confirmed.ok ? { ok: true, knownBrowser: sealBrowser(await findOwner(session.userId)) } : confirmed;
}

async function findOwner(id: string) {
  const user = await db().user.findUniqueOrThrow({ where: { id }, select: { id: true, passphraseHash: true } });
  return { ...user, secured: true };
}
