/** The languages in which things are told here. */
type Told = "en" | "kk" | "ru" | "tr";

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** Letters of Kazakh that Russian has not; і stands in quotations of other languages too. */
const KAZAKH = /[әғқңөұүһі]/giu;
/** Fewer letters may be a name. */
const ENOUGH = 12;
/** A name of one script may stand in a text of another. */
const MOST = 0.7;
const KAZAKH_SHARE = 0.03;

/**
 * Whether a text is surely in another language than was said: by its letters alone, so never within one script but for
 * Kazakh told as Russian. Kazakh is written in Cyrillic and in Latin letters.
 */
export function isInOtherLanguage(text: string, language: Told): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const [cyrillic, latin] = [count(CYRILLIC), count(LATIN)];
  const all = cyrillic + latin;
  if (all < ENOUGH) return false;
  switch (language) {
    case "en":
    case "tr":
      return cyrillic / all > MOST;
    case "ru":
      return latin / all > MOST || (count(KAZAKH) > 1 && count(KAZAKH) / all > KAZAKH_SHARE);
    case "kk":
      return false;
  }
}
