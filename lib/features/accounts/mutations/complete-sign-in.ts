import { db } from "@/lib/server/db";
import { isKnownBrowser, sealBrowser } from "@/lib/server/known-browser";
import { type Confirmed, confirmByCode } from "@/lib/server/second-factor";

export type SecondStep = { userId: string; idHash: string; knownBrowser: string | null; code: string };
export type SignInCompleted = { ok: true; knownBrowser: string } | Extract<Confirmed, { ok: false }>;

/** The second step of signing in, in a browser that gave the right passphrase. Only now it becomes a known one. */
export async function completeSignIn({ userId, idHash, knownBrowser, code }: SecondStep): Promise<SignInCompleted> {
  const user = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { id: true, passphraseHash: true } });
  const owner = { ...user, secured: true };
  const counted = isKnownBrowser(knownBrowser, owner) ? `browser\n${knownBrowser}` : `account\n${userId}`;
  const confirmed = await confirmByCode({ userId, idHash, counted }, code);
  return confirmed.ok ? { ok: true, knownBrowser: sealBrowser(owner) } : confirmed;
}
