import { firstOf } from "@/lib/shared/search-params";

/** The longest text that is searched for, in UTF-16 units, as the form counts them. */
export const LONGEST_QUERY = 100;

/**
 * What an address asks the search for: composed letters, single spaces, no control characters, no more than the form
 * lets one type. The same text however it was typed, so that it has one address.
 */
export function askedText(asked: string | string[] | undefined): string {
  const text = (firstOf(asked) ?? "").toWellFormed().normalize("NFC");
  const oneLine = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  // Cut between the halves of a letter, the first half would be left alone.
  return oneLine
    .slice(0, LONGEST_QUERY)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}
