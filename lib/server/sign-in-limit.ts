import { setTimeout as wait } from "node:timers/promises";
import { RateLimiterPrisma } from "rate-limiter-flexible";
import { aside } from "./aside";
import { db } from "./db";
import { keyedHash } from "./secrets";

export const longestDelayMs = 5000;
const firstDelayMs = 200;
const windowSeconds = 15 * 60;

const limiters = new WeakMap<object, RateLimiterPrisma>();

function limiter(): RateLimiterPrisma {
  const storeClient = db();
  const existing = limiters.get(storeClient);
  if (existing) return existing;
  const opened = new RateLimiterPrisma({
    storeClient,
    tableName: "rateLimiterFlexible",
    keyPrefix: "sign-in",
    points: Number.MAX_SAFE_INTEGER,
    duration: windowSeconds,
  });
  limiters.set(storeClient, opened);
  return opened;
}

/** How long the attempt after `earlier` unsuccessful ones waits: nothing, 0.2 s, 0.4 s … 5 s, and never longer. */
export function delayAfter(earlier: number): number {
  return earlier <= 0 ? 0 : Math.min(firstDelayMs * 2 ** (earlier - 1), longestDelayMs);
}

/**
 * Counts an attempt when it arrives, so that attempts sent side by side slow each other down, and makes it wait. It
 * slows and never refuses: whoever could be refused could be locked out by somebody else's guesses.
 */
export async function slowDown(subject: string): Promise<void> {
  const { consumedPoints } = await limiter().penalty(counterKey(subject), 1);
  await aside(() => wait(delayAfter(consumedPoints - 1)));
}

export async function forgetAttempts(subject: string): Promise<void> {
  await limiter().delete(counterKey(subject));
}

const wrongCodesAtMost = 10;

/**
 * Codes of six digits can be guessed, so after ten wrong ones in a quarter of an hour none is looked at: each counts
 * when it arrives. Whoever comes here knew the passphrase; a known browser is counted apart, and a recovery code or a
 * passkey always opens, so that the owner gets in whatever somebody else tries.
 */
export async function mayTryCode(subject: string): Promise<boolean> {
  const { consumedPoints } = await limiter().penalty(counterKey(`code\n${subject}`), 1);
  return consumedPoints <= wrongCodesAtMost;
}

/** A right one does not count. */
export async function takeBackTry(subject: string): Promise<void> {
  await limiter().reward(counterKey(`code\n${subject}`), 1);
}

function counterKey(subject: string): string {
  return keyedHash("sign-in-counter", subject);
}
