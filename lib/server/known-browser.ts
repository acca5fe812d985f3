import { isSameText, keyedHash, randomToken } from "./secrets";

type Owner = { id: string; passphraseHash: string };

/*
 * A browser that signed in keeps a random number and its seal for that one account. It opens nothing; it only spares
 * its owner the delay that strangers' guesses cause. A changed passphrase breaks the seal.
 */
export function sealBrowser(owner: Owner, number: string = randomToken()): string {
  return `${number}.${keyedHash("known-browser", `${number}\n${owner.id}\n${owner.passphraseHash}`)}`;
}

export function isKnownBrowser(cookie: string | null, owner: Owner): boolean {
  const number = cookie?.split(".")[0];
  return (
    cookie !== null && number !== undefined && number.length >= 40 && isSameText(cookie, sealBrowser(owner, number))
  );
}
