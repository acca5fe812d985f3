import type { Lens } from "@/lib/domain/lens";
import type { Locale } from "@/lib/shared/i18n/locales";
import { formatQuantity, type QuantityWords } from "./quantity";

/** What several figures come to has no words of its own. */
type Shown = Parameters<typeof formatQuantity>[0] & { words?: string | null };

/** How a page says numbers, and says that there is none, as far as its reader has chosen whom to hear and by what rule. */
export type Amounts = {
  /** A clause for sentences: nobody has reported a number, or only the side that is heard has not. */
  silence: string;
  /** The same of how many workers there are: sizes are read by every side, whichever one is heard. */
  sizeSilence: string;
  quantity(quantity: Shown): string;
  /** A figure, or what is accepted of several: it speaks for those that are heard, and others may have given a number. */
  heard(quantity: Shown): string;
};

/** That one side gave no number does not mean that nobody did, nor that words stand in place of a number. */
export function amountsThrough(lens: Pick<Lens, "claimant" | "rule">, locale: Locale, words: QuantityWords): Amounts {
  const isWords = lens.rule === "words_only";
  const sizeSilence = words(isWords ? "silence.words" : "not_reported");
  const silence = lens.claimant === null ? sizeSilence : words(`silence.${isWords ? "both" : lens.claimant}`);
  const quantity = (shown: Shown) => {
    const isKept = isWords && shown.unknown === "not_reported" && (shown.words ?? null) !== null;
    return isKept ? sizeSilence : formatQuantity(shown, locale, words);
  };
  return {
    silence,
    sizeSilence,
    quantity,
    heard: (shown) => {
      const isSilent = shown.unknown === "not_reported" && (lens.claimant !== null || shown.words !== null);
      return isSilent ? silence : quantity(shown);
    },
  };
}
