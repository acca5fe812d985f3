import { PASSPHRASE_WORDS } from "./passphrase-words";

const wordsInPassphrase = 6;

/** Six words by chance, 66 bits: more than anybody can try, and easier to keep in mind than letters. */
export function suggestPassphrase(): string {
  // 2,048 words divide 65,536 without a rest, so every word is equally likely.
  const numbers = crypto.getRandomValues(new Uint16Array(wordsInPassphrase));
  return Array.from(numbers, (number) => PASSPHRASE_WORDS[number % PASSPHRASE_WORDS.length]).join(" ");
}
