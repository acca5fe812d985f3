/** Codes by the words of a choice, in every language: `entries.measures` → "workers on strike" → its code. */
export type ChoiceIndex = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A word of an answer however it was typed: small letters, one kind of dash and space, ё as е, Turkish ı as i. */
export function foldedAnswer(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\u0307/g, "")
    .replaceAll("ı", "i")
    .replaceAll("ё", "е")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\u00a0]+/gu, " ")
    .replace(/(?<=.)[.;]$/, "")
    .trim();
}

/** What people write for yes, no and unclear, in the four languages. */
export const PLAIN_ANSWERS = {
  yes: ["yes", "да", "иә", "evet"],
  no: ["no", "нет", "жоқ", "hayır"],
  unclear: ["unclear", "unknown", "неясно", "не ясно", "неизвестно", "белгісіз", "анық емес", "belirsiz", "bilinmiyor"],
} as const;

/**
 * Codes by their words, from the words of every language and place: as the forms show them, without what stands in
 * brackets behind, and as an error offers them with the code. Of a word that two answers share none counts.
 */
export function indexAnswers(words: readonly (readonly [code: string, label: string])[]): Map<string, string> {
  const codes = new Map<string, string>();
  const shared = new Set<string>();
  for (const [code, label] of words) {
    for (const way of [label, label.replace(/\s*\([^)]*\)$/, ""), `${label} (${code})`]) {
      const folded = foldedAnswer(way);
      if ((codes.get(folded) ?? code) !== code) shared.add(folded);
      codes.set(folded, code);
    }
  }
  for (const folded of shared) codes.delete(folded);
  return codes;
}
