/** The languages of the interface, in the order in which they are offered. */
export const LOCALES = ["en", "kk", "ru", "tr"] as const;
export type Locale = (typeof LOCALES)[number];

export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: "English",
  kk: "Қазақша",
  ru: "Русский",
  tr: "Türkçe",
};

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}

/** The best of our languages for an Accept-Language header; English when none fits. */
export function pickLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().toLowerCase().split("-")[0] ?? "", quality: quality ? Number(quality) : 1 };
    })
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  const best = wanted[0]?.language;
  return best !== undefined && isLocale(best) ? best : "en";
}
