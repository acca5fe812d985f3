import { hash, verify } from "@node-rs/argon2";
import { aside } from "./aside";
import { HashingQueue } from "./hashing-queue";
import { randomToken } from "./secrets";

// OWASP's least for Argon2id, the library's default kind; one hash takes about 30 ms and 19 MiB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Three of the four threads Node shares with file reading; one of them is kept for browsers that are known. */
const anybody = new HashingQueue(2, 500);
const known = new HashingQueue(1, 100);

export type Guess = { key: string; knownBrowser: boolean };

let nobodysHash: Promise<string> | undefined;

export function hashPassphrase(passphrase: string): Promise<string> {
  return aside(() => anybody.run("new", () => hash(passphrase, cost)));
}

function hashOfNobody(): Promise<string> {
  nobodysHash ??= hashPassphrase(randomToken()).catch((error: unknown) => {
    nobodysHash = undefined;
    throw error;
  });
  return nobodysHash;
}

/** The same work whether or not there is an account (null), so that the time taken tells nobody which names exist. */
export async function isPassphraseOf(stored: string | null, passphrase: string, guess: Guess): Promise<boolean> {
  const nobodys = await hashOfNobody();
  const queue = guess.knownBrowser ? known : anybody;
  const matches = await aside(() => queue.run(guess.key, () => verify(stored ?? nobodys, passphrase)));
  return matches && stored !== null;
}
