/*
 * What the form offers, apart from how it is checked: the browser needs the first only, and the library that checks
 * probes for code made from text, which the content security policy forbids.
 */

/** How finely a contributor may say when: "not sure" is a week. */
export const AS_OF_PRECISIONS = ["day", "part_of_day", "hour", "week", "month"] as const;
export type AsOfPrecision = (typeof AS_OF_PRECISIONS)[number];
export const PARTS_OF_DAY = ["morning", "daytime", "evening", "night"] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];
/** What the source says: the first question, and "no number given" is a full answer. */
export const MODES = ["number", "range", "words_only", "no_number"] as const;
export type Mode = (typeof MODES)[number];
export const BOUNDS = ["exactly", "about", "more_than", "up_to"] as const;
export const SOURCE_KINDS = [
  "press",
  "agency",
  "official",
  "company",
  "union",
  "organisation",
  "social_media",
  "research",
  "reference",
  "other",
] as const;
export const SOURCE_TIERS = ["one", "two"] as const;
/** Languages a source is often in, each by its own name. */
export const SOURCE_LANGUAGES: Readonly<Record<string, string>> = {
  kk: "Қазақша",
  ru: "Русский",
  en: "English",
  tr: "Türkçe",
  de: "Deutsch",
  fr: "Français",
  it: "Italiano",
  es: "Español",
  uz: "Oʻzbekcha",
  ky: "Кыргызча",
  zh: "中文",
};
export const SOURCE_SLOTS = 3;
/** How support is given; the words of the domain. */
export const SOLIDARITY_KINDS = ["solidarity_strike", "rally", "statement", "fund", "refusal_to_handle_work"] as const;
export const SUPPORTER_KINDS = ["workforce", "organisation", "public", "country"] as const;
/** What an amount of support can be counted in. */
export const AMOUNT_UNITS = ["people", "tenge", "currency", "days"] as const;
/** What people do together, and what is said of it; the words of the domain. */
export const ACTION_TYPES = ["strike", "rally", "march", "blockade", "occupation", "other"] as const;
export const STOPPAGES = ["yes", "no", "unclear"] as const;
export const SCOPES = ["workplace", "employer", "sector", "region", "national"] as const;
/** That something is contradicted is seen beside other records, and said by a correction. */
export const CERTAINTIES_PROPOSED = ["confirmed", "claimed"] as const;
/** What people did not do together, and what a demand is about; the words of the domain. */
export const EVENT_KINDS = [
  "government_measure",
  "repression",
  "intervention",
  "settlement",
  "disaster",
  "other",
] as const;
export const DEMAND_KINDS = ["wages", "conditions", "union_rights", "prices", "political", "rights"] as const;

export const MESSAGE_LENGTH = 2000;
