import { iso31661Alpha2ToAlpha3 } from "iso-3166";
import { languageTag } from "../format/day";
import type { Locale } from "./locales";

/** ISO 3166-1 alpha-2 codes that are assigned, and the one in use for Kosovo, which has none. */
const CODES: ReadonlySet<string> = new Set([...Object.keys(iso31661Alpha2ToAlpha3), "XK"]);

/** Whether these two capital letters are a country's. */
export function isCountry(code: string): boolean {
  return CODES.has(code);
}

/** A country's name in the reader's language (CLDR), in English where that has none; its code where nobody named it. */
export function countryName(code: string, locale: Locale): string {
  const names = new Intl.DisplayNames([languageTag(locale), "en"], { type: "region", fallback: "code" });
  try {
    return names.of(code) ?? code;
  } catch {
    // No well-formed code: a page is not lost for the name of a country.
    return code;
  }
}

/** Every country by its name, in the order of the reader's language. */
export function allCountries(locale: Locale): { value: string; label: string }[] {
  const { compare } = new Intl.Collator(languageTag(locale));
  return [...CODES]
    .map((value) => ({ value, label: countryName(value, locale) }))
    .toSorted((a, b) => compare(a.label, b.label));
}
