import { keyedHash, randomToken } from "./secrets";
import type { Transaction } from "./transaction";

/** What a passkey is asked for: to sign in, to take the second step in one session, or to be added in one session. */
export type AskedFor = "sign-in" | `${"confirm" | "add"}\n${string}`;
/** What a passkey has to sign, as browsers send it back, and until when. */
export type Challenge = { text: string; expiresAt: Date };

const minutesMs = 5 * 60_000;

/**
 * What a browser keeps of a challenge: a random number and when it ends. The challenge itself is a keyed hash of both and
 * of what it is for, so none waits on the server, and none can be made, prolonged or used for something else elsewhere.
 */
export function newChallenge(askedFor: AskedFor, now = new Date()): Challenge & { kept: string } {
  const expiresAt = new Date(now.getTime() + minutesMs);
  const kept = `${randomToken()}.${expiresAt.getTime()}`;
  return { kept, expiresAt, text: challengeText(askedFor, kept) };
}

/** The challenge that this browser was given for this; null when it has none, or it has ended. */
export function challengeOf(kept: string | null, askedFor: AskedFor, now = new Date()): Challenge | null {
  const [, end] = /^[\w-]{43}\.(\d{13})$/.exec(kept ?? "") ?? [];
  if (kept === null || end === undefined || Number(end) <= now.getTime()) return null;
  return { text: challengeText(askedFor, kept), expiresAt: new Date(Number(end)) };
}

/** Once for each challenge: of two that come at the same moment the second waits for the first and finds it spent. */
export async function spendChallenge(tx: Transaction, { text, expiresAt }: Challenge): Promise<boolean> {
  await tx.spentChallenge.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  const { count } = await tx.spentChallenge.createMany({
    data: [{ challenge: text, expiresAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

function challengeText(askedFor: AskedFor, kept: string): string {
  return keyedHash("passkey-challenge", `${askedFor}\n${kept}`);
}
