/**
 * By what words that were taken out of a text are known again in another: names, lone words and long runs, folded so that
 * spelling and case endings make no difference. Numbers, short words and names of places are none of them.
 */
export type Traces = readonly string[];

type Token = {
  start: number;
  end: number;
  /** What stands between it and the word before. */
  gap: string;
  folded: string;
  isCapital: boolean;
  isInitial: boolean;
  beginsSentence: boolean;
};

const WORD = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*/gu;
/** What may stand between two words of one name, over the end of a line too; after an initial also its point. */
const WITHIN_NAME = /^(?:\p{Zs}{1,2}|[-\u2010-\u2013'’]|\p{Zs}?\r?\n\p{Zs}?)$/u;
/** "Bekov, Aidar": in prose also lists are written so. */
const BEFORE_FIRST_NAME = /^,(?:\p{Zs}{0,2}|\p{Zs}?\r?\n\p{Zs}?)$/u;
const AFTER_INITIAL = /^\.[\p{Zs}-]{0,2}$/u;
const ENDS_SENTENCE = /[.!?:;…\n«“”"([—]/u;
const ADDRESS = /^[a-z]+:\/\/\S+$/i;
const HOST = /^[a-z]+:\/\/[^/?#]*/i;
/** Of what is never told apart: `https://` and `www.` before an address, and what the sentence around it puts after. */
const BEFORE_ADDRESS = /^[a-z]+:\/\/(?:www\.|m\.)?/i;
const AFTER_ADDRESS = /[/.,;:!?)\]]+$/;
/** Also where one address holds another, as those of archives do. */
const EACH_ADDRESS = /(?=(https?:\/\/[^\s"<>«»]+))/gi;
/** Where a sentence begins, short words have a capital and are no name. */
const SHORTEST_FIRST = 4;
/** Case endings are cut off a name by keeping so much of it. */
const STEM = 5;
const SHORTEST_LONE = 5;
const LONGEST_ENDING = 3;
const RUN = 6;
const SHORTEST_RUN = 20;
/** More words with capitals one after another are a heading, and no name. */
const LONGEST_NAME = 4;

/** What is enough to know these texts again, where readers still have the names of places and employers. */
export function tracesOf(texts: readonly string[], publicNames: readonly string[] = []): string[] {
  const known = new Set(publicNames.flatMap((name) => [...keysOf(pairsIn(tokensOf(name), true)), ...wordsIn(name)]));
  const traces = texts.flatMap((text) => {
    if (ADDRESS.test(text.trim())) return [addressOf(text)];
    const tokens = tokensOf(text);
    const names = keysOf(pairsIn(withoutHeadings(tokens), false));
    // The address of a whole site leads to nobody.
    const addresses = addressesIn(text).map(addressOf);
    const runs = runsIn(tokens).map(({ trace }) => trace);
    return [...names, ...lonesIn(tokens), ...runs, ...addresses.filter((one) => one.includes("/"))];
  });
  return [...new Set(traces)].filter((trace) => !known.has(trace));
}

const keysOf = (pairs: readonly Pair[]) => pairs.flatMap(([one, other]) => nameTraces(one, other, false));
const wordsIn = (name: string) => tokensOf(name).map(loneOf);

/** Finds in a text what leads back to these traces, as it is written there; of one text at most one place. */
export function findTraces(traces: Traces): (text: string) => string | null {
  const find = findEachOf(new Map([["", traces]]));
  return (text) => find(text).get("") ?? null;
}

/** As `findTraces`, of many at once: each text is read once, and what leads back to one of them stands at that one. */
export function findEachOf<Key>(traces: ReadonlyMap<Key, Traces>): (text: string) => ReadonlyMap<Key, string> {
  const pairs = [...traces].flatMap(([key, own]) => own.map((trace) => ({ key, trace })));
  const sought = Map.groupBy(pairs, ({ trace }) => trace);
  const stems = Map.groupBy(
    [...sought.keys()].filter((trace) => !trace.startsWith("address ")).map(stemsOf),
    longestOf,
  );
  return (text) => {
    const found = new Map<Key, string>();
    // Most texts hold none of the words: so much is found out at once, also of very many.
    const words = ADDRESS.test(text.trim()) ? wordsOfAddress(text) : text;
    const inWords = mayHold(words, stems) ? tracedParts(words) : [];
    for (const { trace, part } of [...tracedAddresses(text), ...inWords])
      for (const { key } of sought.get(trace) ?? []) if (!found.has(key)) found.set(key, part);
    return found;
  };
}

type Traced = { trace: string; part: string };

function tracedAddresses(text: string): Traced[] {
  return text.includes("://") ? addressesIn(text).map((part) => ({ trace: addressOf(part), part })) : [];
}

/** All words of a text by which it may be known; names come first. */
function tracedParts(text: string): Traced[] {
  const clean = visible(text);
  const tokens = tokensOf(text);
  const saying = (keys: string[], first: Token, last: Token) =>
    keys.map((trace) => ({ trace, part: clean.slice(first.start, last.end) }));
  return [
    ...pairsIn(tokens, true).flatMap(([one, other]) => saying(nameTraces(one, other, true), one, other)),
    ...tokens.flatMap((token) => saying(loneForms(token.folded), token, token)),
    ...runsIn(tokens).flatMap(({ trace, first, last }) => saying([trace], first, last)),
  ];
}

/** The words of a trace as far as they are stems; where a first name may stand for an initial, without that. */
function stemsOf(trace: string): string[] {
  const [mark, ...words] = trace.split(" ");
  return words.filter((word) => mark !== "opened" || word.length > 1).map((word) => word.slice(0, STEM));
}

function longestOf(stems: readonly string[]): string {
  return stems.reduce((one, other) => (other.length > one.length ? other : one), "");
}

/** Whether a text has all words of any trace, wherever they stand. */
function mayHold(text: string, sought: ReadonlyMap<string, string[][]>): boolean {
  const words = new Set(foldedWords(text).map((word) => word.slice(0, STEM)));
  return [...words].some((word) => sought.get(word)?.some((stems) => stems.every((stem) => words.has(stem))));
}

function foldedWords(text: string): string[] {
  const isPlain = /^[\0-\x7f]*$/.test(text);
  return isPlain ? text.toLowerCase().split(/[^a-z0-9_]+/) : fold(visible(text)).split(/[^\p{L}\p{N}_]+/u);
}

const visible = (text: string) => text.normalize("NFKC").replace(/\p{Cf}/gu, "");

function tokensOf(text: string): Token[] {
  const clean = visible(text);
  let before = 0;
  return [...clean.matchAll(WORD)].map(({ 0: word, index: start }, at) => {
    const end = start + word.length;
    const gap = clean.slice(before, start);
    before = end;
    const isCapital = /^\p{Lu}/u.test(word);
    const beginsSentence = at === 0 || ENDS_SENTENCE.test(gap);
    const isInitial = isCapital && [...word].length === 1 && clean[end] === ".";
    return { start, end, gap, folded: fold(word), isCapital, isInitial, beginsSentence };
  });
}

/** Letters without their marks, so that one name has one spelling; the dotless i is an i. */
function fold(word: string): string {
  return word.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ı", "i");
}

type Pair = [Token, Token];

/**
 * Two words of one name: beside each other, or with one more between them, as a patronymic stands. What was taken down is
 * known for a name by its capitals; who says it again may write it small.
 */
function pairsIn(tokens: readonly Token[], anyCase: boolean): Pair[] {
  // Taken down is a name with a comma where nothing else stands; otherwise it may be any list.
  const mayTurn = anyCase || tokens.length <= LONGEST_NAME;
  const joined = (at: number) => {
    const [one, other] = [tokens[at], tokens[at + 1]];
    if (one === undefined || other === undefined) return false;
    return isJoined(one, other) || (mayTurn && BEFORE_FIRST_NAME.test(other.gap));
  };
  return tokens.flatMap((one, at): Pair[] => {
    const [next, last] = [tokens[at + 1], tokens[at + 2]];
    if (next === undefined || !joined(at)) return [];
    const pair: Pair[] = isName(one, next, anyCase) ? [[one, next]] : [];
    const isThree = last !== undefined && joined(at + 1) && next.isCapital && isName(one, last, false);
    return isThree ? [...pair, [one, last]] : pair;
  });
}

function isJoined(one: Token, other: Token): boolean {
  return (one.isInitial ? AFTER_INITIAL : WITHIN_NAME).test(other.gap);
}

/** The words, of which those in a heading count as written small: there every word has a capital. */
function withoutHeadings(tokens: readonly Token[]): Token[] {
  const runs: Token[][] = [];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const isOn = before?.isCapital && token.isCapital && isJoined(before, token) && !token.gap.includes("\n");
    if (isOn) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs.flatMap((run) => (run.length > LONGEST_NAME ? run.map((one) => ({ ...one, isCapital: false })) : run));
}

function isName(one: Token, other: Token, anyCase: boolean): boolean {
  if (!anyCase && !(one.isCapital && other.isCapital)) return false;
  const isAtStart = one.beginsSentence && !one.isInitial && one.folded.length < SHORTEST_FIRST;
  const lengths = [one, other].map(({ folded }) => folded.length);
  return !(isAtStart && !anyCase) && Math.max(...lengths) >= 3 && [one, other].every(isPartOfName);
}

function isPartOfName({ folded, isInitial }: Token): boolean {
  return !/[\p{N}_]/u.test(folded) && (isInitial || folded.length >= 2);
}

/** As a name is known in either order; an initial stands for any first name, and a first name for its initial. */
function nameTraces(one: Token, other: Token, isSaid: boolean): string[] {
  const key = (mark: string, ...words: string[]) => `${mark} ${words.toSorted().join(" ")}`;
  const stem = ({ folded }: Token) => folded.slice(0, STEM);
  const short = ({ folded }: Token) => folded.slice(0, 1);
  if (one.isInitial || other.isInitial) {
    const words = [stem(one), stem(other)];
    return isSaid ? [key("initial", ...words), key("opened", ...words)] : [key("opened", ...words)];
  }
  // Taken down in full it is known by its initials too; said in full, also where only initials were taken down.
  const mark = isSaid ? "opened" : "initial";
  const shortened = [key(mark, short(one), stem(other)), key(mark, stem(one), short(other))];
  return [key("name", stem(one), stem(other)), ...shortened];
}

const loneOf = ({ folded }: Token) => `word ${folded}`;

/** A text of one word is that word; of longer ones only what is written as accounts are, of letters with figures or a low line. */
function lonesIn(tokens: readonly Token[]): string[] {
  const isAccount = ({ folded }: Token) => folded.length > SHORTEST_LONE && /[\p{N}_]/u.test(folded);
  const isWord = ({ folded }: Token) => folded.length >= SHORTEST_LONE && tokens.length === 1;
  return tokens
    .filter((token) => /\p{L}/u.test(token.folded) && (isAccount(token) || isWord(token)))
    .map((token) => loneOf(token));
}

function loneForms(folded: string): string[] {
  const shortest = Math.max(SHORTEST_LONE, folded.length - LONGEST_ENDING);
  return Array.from(
    { length: Math.max(0, folded.length - shortest + 1) },
    (_, cut) => `word ${folded.slice(0, folded.length - cut)}`,
  );
}

/** So many words one after another are nobody's coincidence. */
function runsIn(tokens: readonly Token[]): { trace: string; first: Token; last: Token }[] {
  return tokens.flatMap((first, at) => {
    const run = tokens.slice(at, at + RUN);
    const last = run.at(-1);
    const words = run.map(({ folded }) => folded).filter((word) => /^\p{L}+$/u.test(word));
    const isLong = run.length === RUN && words.length > RUN / 2 && words.join("").length >= SHORTEST_RUN;
    return isLong && last !== undefined
      ? [{ trace: `run ${run.map((one) => one.folded).join(" ")}`, first, last }]
      : [];
  });
}

function addressesIn(text: string): string[] {
  return [...decoded(text).matchAll(EACH_ADDRESS)].flatMap(([, address]) => address?.replace(AFTER_ADDRESS, "") ?? []);
}

function addressOf(text: string): string {
  const address = decoded(text.trim()).replace(BEFORE_ADDRESS, "").replace(/#.*$/, "");
  return `address ${address.replace(AFTER_ADDRESS, "").toLowerCase()}`;
}

/** What an address says of whom it leads to: each of its parts by itself, without the host. */
function wordsOfAddress(text: string): string {
  return decoded(text.trim())
    .replace(HOST, "")
    .replaceAll(/[/?&=#+]/g, " | ");
}

function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
}
