import type { Claimant } from "@/lib/domain/measure";
import type { Quantity, Unit } from "@/lib/domain/quantity";
import { roundPercent } from "@/lib/domain/rounding";
import type { Locale } from "@/lib/shared/i18n/locales";
import { languageTag } from "./day";

const formatters = new Map<Locale, Intl.NumberFormat>();

/** 36,831 in English, 36 831 in Kazakh and Russian, 36.831 in Turkish. */
export function formatNumber(value: number, locale: Locale): string {
  let made = formatters.get(locale);
  if (!made) {
    made = new Intl.NumberFormat(languageTag(locale), { maximumFractionDigits: 1 });
    formatters.set(locale, made);
  }
  return made.format(value);
}

/** The texts of `site.quantity`: the caller passes its translator. */
export type QuantityKey =
  | "percent"
  | "about"
  | "range"
  | "atLeast"
  | "atMost"
  | "atLeastAbout"
  | "atMostAbout"
  | "unknown"
  | "not_reported"
  | "no_source"
  | "withheld"
  | "blackout"
  | `silence.${"words" | "both" | Claimant}`;
export type QuantityWords = (key: QuantityKey, values?: Record<string, string>) => string;

function formatAmount(value: number, unit: Unit, locale: Locale, words: QuantityWords): string {
  if (unit !== "percent") return formatNumber(value, locale);
  const { value: shown, bound } = roundPercent(value, 1);
  const mark = bound === "below" ? "<" : bound === "above" ? ">" : "";
  return words("percent", { n: `${mark}${formatNumber(shown, locale)}` });
}

type Shown = Pick<Quantity, "lower" | "upper" | "unit" | "approximate" | "unknown">;

/** A quantity in words: "5,000", "about 300", "36,831–38,000", "at least 200", or why nobody can say. Never 0 for unknown. */
export function formatQuantity(quantity: Shown, locale: Locale, words: QuantityWords): string {
  const { lower, upper, unit, approximate, unknown } = quantity;
  const amount = (value: number) => formatAmount(value, unit, locale, words);
  if (lower === null && upper === null) return words(unknown ?? "unknown");
  if (lower === null) return words(approximate ? "atMostAbout" : "atMost", { n: amount(upper ?? 0) });
  if (upper === null) return words(approximate ? "atLeastAbout" : "atLeast", { n: amount(lower) });
  const plain = lower === upper ? amount(lower) : words("range", { from: amount(lower), to: amount(upper) });
  return approximate ? words("about", { n: plain }) : plain;
}
