/** Cyrillic of Kazakh and Russian by sound; what has no sound of its own goes. */
const CYRILLIC: Record<string, string> = {
  а: "a",
  ә: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "j",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  қ: "k",
  л: "l",
  м: "m",
  н: "n",
  ң: "n",
  о: "o",
  ө: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ұ: "u",
  ү: "u",
  ф: "f",
  х: "kh",
  һ: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  і: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};

/** Letters that no mark can be taken off. */
const LATIN: Record<string, string> = { ı: "i", ə: "a", æ: "ae", ø: "o", ł: "l", ß: "ss", đ: "d", y: "i", w: "v" };

/** Ways of writing one sound in Latin letters, tried in this order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dzh|zh|dj/g, "j"],
  [/kh|q/g, "k"],
  [/gh/g, "g"],
  [/sch|sh/g, "s"],
  [/ch/g, "c"],
  [/x/g, "ks"],
  [/ng(?=.)/g, "n"],
  [/^ie/, "e"],
  [/(.)\1+/g, "$1"],
];

/** One word as it sounds, roughly: Жаңаөзен, Zhanaozen, Janaözen and ZHANGAOZEN are one. */
function foldWord(word: string): string {
  const letters = [...word].map((letter) => CYRILLIC[letter] ?? LATIN[letter] ?? letter).join("");
  return SOUNDS.reduce((text, [way, sound]) => text.replace(way, sound), letters);
}

/** Marks go, except where they make a letter of their own in Cyrillic: й would become и anyway. */
function withoutMarks(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC");
}

/** The words of a text, folded so that spellings and scripts meet; no empty ones. */
export function foldWords(text: string): string[] {
  return withoutMarks(text.normalize("NFKC").toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldWord)
    .filter((word) => word !== "");
}

/** True when one can be turned into the other by at most `limit` letters put in, taken out, changed, or two swapped. */
export function isWithinEdits(one: string, other: string, limit: number): boolean {
  if (Math.abs(one.length - other.length) > limit) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swapped) steps.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...steps));
    }
    if (Math.min(...row) > limit) return false;
    before = last;
    last = row;
  }
  return (last[other.length] ?? limit + 1) <= limit;
}

/** How many mistakes may part two words: none in a short one, where any would be another word. */
export function editsAllowed(one: string, other: string): number {
  if (Math.min(one.length, other.length) < 5) return 0;
  return Math.max(one.length, other.length) < 8 ? 1 : 2;
}
