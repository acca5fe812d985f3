import { isSameText, keyedHash, randomToken } from "./secrets";

type Owner = { id: string; passphraseHash: string; secured: boolean };

/*
 * A browser that signed in keeps a random number and its seal for that one account. It opens nothing; it only spares
 * its owner the delay that strangers' guesses cause. A changed passphrase breaks the seal, and so does a second factor
 * that came or went: who knows the passphrase alone must not guess codes as a known browser.
 */
export function sealBrowser(owner: Owner, number: string = randomToken()): string {
  return `${number}.${keyedHash("known-browser", `${number}\n${owner.id}\n${owner.passphraseHash}\n${owner.secured}`)}`;
}

export function isKnownBrowser(cookie: string | null, owner: Owner): boolean {
  const number = cookie?.split(".")[0];
  return (
    cookie !== null && number !== undefined && number.length >= 40 && isSameText(cookie, sealBrowser(owner, number))
  );
}
