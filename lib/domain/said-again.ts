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
/** What may stand between two words of one name; after an initial also its point. */
const WITHIN_NAME = /^(?:\p{Zs}{1,2}|[-\u2010-\u2013'’])$/u;
const AFTER_INITIAL = /^\.[\p{Zs}-]{0,2}$/u;
const ENDS_SENTENCE = /[.!?:;…\n«“”"([—]/u;
const ADDRESS = /^[a-z]+:\/\/(?:www\.|m\.)?/i;
/** Where a sentence begins, short words have a capital and are no name. */
const SHORTEST_FIRST = 4;
/** Case endings are cut off a name by keeping so much of it. */
const STEM = 5;
const SHORTEST_LONE = 5;
const LONGEST_ENDING = 3;
const RUN = 6;
const SHORTEST_RUN = 20;

/** What is enough to know these texts again, where readers still have the names of places and employers. */
export function tracesOf(texts: readonly string[], publicNames: readonly string[] = []): string[] {
  const known = new Set(publicNames.flatMap((name) => [...namesIn(tokensOf(name)), ...tokensOf(name).map(loneOf)]));
  const traces = texts.flatMap((text) => {
    if (ADDRESS.test(text.trim())) return [addressOf(text)];
    const tokens = tokensOf(text);
    return [...namesIn(tokens), ...lonesIn(tokens), ...runsIn(tokens).map(({ trace }) => trace)];
  });
  return [...new Set(traces)].filter((trace) => !known.has(trace));
}

/** Finds in a text what leads back to these traces, as it is written there; of one text at most one place. */
export function findTraces(traces: Traces): (text: string) => string | null {
  const find = findEachOf(new Map([["", traces]]));
  return (text) => find(text).get("") ?? null;
}

/** As `findTraces`, of many at once: each text is read once, and what leads back to one of them stands at that one. */
export function findEachOf<Key>(traces: ReadonlyMap<Key, Traces>): (text: string) => ReadonlyMap<Key, string> {
  const pairs = [...traces].flatMap(([key, own]) => own.map((trace) => ({ key, trace })));
  const sought = Map.groupBy(pairs, ({ trace }) => trace);
  const stems = Map.groupBy([...sought.keys()].map(stemsOf), longestOf);
  return (text) => {
    const found = new Map<Key, string>();
    // Most texts hold none of the words: so much is found out at once, also of very many.
    if (sought.size === 0 || !(ADDRESS.test(text.trim()) || mayHold(text, stems))) return found;
    for (const { trace, part } of tracedParts(text))
      for (const { key } of sought.get(trace) ?? []) if (!found.has(key)) found.set(key, part);
    return found;
  };
}

/** All in a text by which it may be known, each with its words; names come first. */
function tracedParts(text: string): { trace: string; part: string }[] {
  if (ADDRESS.test(text.trim())) return [{ trace: addressOf(text), part: text.trim() }];
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
  const joined = (at: number) => {
    const [one, other] = [tokens[at], tokens[at + 1]];
    return one !== undefined && other !== undefined && (one.isInitial ? AFTER_INITIAL : WITHIN_NAME).test(other.gap);
  };
  return tokens.flatMap((one, at): Pair[] => {
    const [next, last] = [tokens[at + 1], tokens[at + 2]];
    if (next === undefined || !joined(at)) return [];
    const pair: Pair[] = isName(one, next, anyCase) ? [[one, next]] : [];
    const isThree = last !== undefined && joined(at + 1) && next.isCapital && isName(one, last, false);
    return isThree ? [...pair, [one, last]] : pair;
  });
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

function namesIn(tokens: readonly Token[]): string[] {
  return pairsIn(tokens, false).flatMap(([one, other]) => nameTraces(one, other, false));
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

function addressOf(text: string): string {
  return `address ${text.trim().replace(ADDRESS, "").replace(/#.*$/, "").replace(/\/+$/, "").toLowerCase()}`;
}
