import { editsAllowed, foldWords, isWithinEdits } from "./spelling";

/** How well a word of the query fits a word of a name, best first. */
const EXACT = 0;
const BEGINNING = 1;
const MISTYPED = 2;

function fitOf(asked: string, word: string): number | null {
  if (asked === word) return EXACT;
  if (asked.length >= 2 && word.startsWith(asked)) return BEGINNING;
  const edits = editsAllowed(asked, word);
  return edits > 0 && isWithinEdits(asked, word, edits) ? MISTYPED : null;
}

export type FoldedName = { text: string; words: string[]; joined: string };

export function foldName(text: string): FoldedName {
  const words = foldWords(text);
  return { text, words, joined: words.join("") };
}

/** The fit of a whole query: lower is better. A name that is just what was asked beats one that holds more words. */
export function nameFit(asked: readonly string[], name: FoldedName): number | null {
  const joined = asked.join("");
  if (joined !== "" && joined === name.joined) return 0;
  const fits = asked.map((word) => bestFit(word, name.words));
  if (fits.length === 0 || fits.includes(null)) return asked.length === 1 ? joinedFit(joined, name) : null;
  const worst = Math.max(...fits.map((fit) => fit ?? MISTYPED));
  const more = name.words.length > asked.length ? 1 : 0;
  return 1 + worst * 2 + more;
}

/** The fit of a query whose words lie in several names of one thing ("tengiz contractors" in employer and occupation). */
export function spreadFit(asked: readonly string[], names: readonly FoldedName[]): number | null {
  const words = names.flatMap((name) => name.words);
  const fits = asked.map((word) => bestFit(word, words));
  return fits.length === 0 || fits.includes(null) ? null : 10 + Math.max(...fits.map((fit) => fit ?? MISTYPED));
}

function bestFit(asked: string, words: readonly string[]): number | null {
  return words.reduce<number | null>((best, word) => {
    const fit = fitOf(asked, word);
    return fit === null || (best !== null && best <= fit) ? best : fit;
  }, null);
}

// "nursultan" for "Nur-Sultan", "novyuzen" for "Novy Uzen".
function joinedFit(joined: string, name: FoldedName): number | null {
  if (name.words.length < 2) return null;
  const fit = fitOf(joined, name.joined);
  return fit === null ? null : 1 + fit * 2;
}
