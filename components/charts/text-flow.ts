import type { LinkedText } from "@/lib/shared/chart/chart";

/** Narrow and wide letters of the system sans faces, in ems; the rest by script. Rather too wide than too narrow. */
const NARROW = new Set("iljtfrI.,:;'’|!()[]/-–· ");
const WIDE = new Set("mwMWшщжюфмыШЩЖЮФМЫОДQGO@%—");

function letterWidth(letter: string): number {
  if (NARROW.has(letter)) return letter === " " ? 0.28 : 0.36;
  if (WIDE.has(letter)) return 0.88;
  if (/\d/.test(letter)) return 0.58;
  if (/\p{Lu}/u.test(letter)) return 0.72;
  return /[Ѐ-ӿ]/.test(letter) ? 0.61 : 0.57;
}

export type TextFace = { size: number; bold?: boolean };

/** How wide a text will be at most; nothing can measure it where the drawing is made. */
export function textWidth(text: string, { size, bold = false }: TextFace): number {
  const ems = [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
  return ems * size * (bold ? 1.06 : 1);
}

type Flow = { width: number; face: TextFace; maxLines: number; separator?: string };
type Word = LinkedText & { glued: boolean; separates: boolean };

/** Breaks linked texts into lines of whole words; what does not fit in the last line ends in an ellipsis. */
export function flowText(
  pieces: readonly LinkedText[],
  { width, face, maxLines, separator = " · " }: Flow,
): LinkedText[][] {
  const lines: Word[][] = [[]];
  const fits = (words: readonly Word[]) => textWidth(joined(words), face) <= width;
  for (const word of wordsOf(pieces, separator)) {
    const line = lines.at(-1) ?? [];
    if (line.length === 0 || fits([...line, word])) line.push(word);
    else lines.push([{ ...word, glued: true }]);
    // A separator says nothing at the edge of a line.
    if (lines.length > 1 && lines.at(-1)?.[0]?.separates) lines.at(-1)?.shift();
  }
  const kept = lines.slice(0, maxLines).map((line) => (line.at(-1)?.separates ? line.slice(0, -1) : line));
  const last = kept.at(-1);
  if (lines.length > maxLines && last) shorten(last, fits);
  return kept.map(mergeWords);
}

function wordsOf(pieces: readonly LinkedText[], separator: string): Word[] {
  return pieces.flatMap(({ text, href }, index) => {
    const words = text
      .split(" ")
      .map((word, at) => ({ text: word, href, glued: at === 0 && index === 0, separates: false }));
    const mark = separator.trim();
    return index === 0 || mark === "" ? words : [{ text: mark, href: null, glued: false, separates: true }, ...words];
  });
}

function joined(words: readonly Word[]): string {
  return words.map(({ text, glued }, index) => (index === 0 || glued ? text : ` ${text}`)).join("");
}

function shorten(line: Word[], fits: (words: readonly Word[]) => boolean): void {
  const ellipsis: Word = { text: "…", href: null, glued: true, separates: false };
  while (line.length > 1 && !fits([...line, ellipsis])) line.pop();
  line.push(ellipsis);
}

/** One text per link; the space before a link stays outside it, so that the underline does not run into it. */
function mergeWords(words: readonly Word[]): LinkedText[] {
  const merged: LinkedText[] = [];
  const add = (text: string, href: string | null) => {
    const last = merged.at(-1);
    if (last && last.href === href) last.text += text;
    else merged.push({ text, href });
  };
  for (const [index, { text, href, glued }] of words.entries()) {
    const spaced = index > 0 && !glued;
    if (spaced) add(" ", merged.at(-1)?.href === href ? href : null);
    add(text, href);
  }
  return merged;
}
