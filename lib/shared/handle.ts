import { CONFUSABLE_LETTERS } from "./confusable-letters";

/** The pseudonym as it is stored and shown: one form of every letter, single spaces, none at the ends. */
export function tidyHandle(typed: string): string {
  return typed.normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/**
 * The pseudonym folded so far that two which look alike become equal: case, accents, signs between words, digits for
 * letters, Cyrillic and Greek for Latin, `rn` for `m`. For comparing only, never shown.
 */
export function handleKey(handle: string): string {
  const bare = tidyHandle(handle)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}|!$]/gu, "");
  return [...bare]
    .map((letter) => CONFUSABLE_LETTERS.get(letter) ?? letter)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d");
}
