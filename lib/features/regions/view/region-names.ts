import type { RegionSpelling } from "@/lib/domain/place-rows";
import type { RegionRow } from "@/lib/domain/wave-record";
import { formatDate, formatMonth } from "@/lib/shared/format/day";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import type { RegionContext } from "./region-context";

export type RegionNames = {
  /** By which the interface calls it, language by language. */
  names: { language: Locale; name: string }[];
  /** Older names with when they were in use, the official one where another is used, and other spellings. */
  others: { kind: "former" | "official" | "other"; names: OtherName[] }[];
};
export type OtherName = { text: string; language: string | null; when: string | null };

export function namesOf({ names, spellings }: RegionRow, context: RegionContext): RegionNames {
  const others = (["former", "official", "other"] as const).map((kind) => ({
    kind,
    names: spellings.filter((one) => one.kind === kind).map((one) => otherName(one, context)),
  }));
  return {
    names: LOCALES.flatMap((language) => {
      const name = names[language];
      return name ? [{ language, name }] : [];
    }),
    others: others.filter((group) => group.names.length > 0),
  };
}

function otherName({ text, language, until, since }: RegionSpelling, context: RegionContext): OtherName {
  if (until === null) return { text, language, when: null };
  const ends = { until: monthOrDay(until, context) };
  const when =
    since === null
      ? context.say("names.until", ends)
      : context.say("names.again", { ...ends, since: monthOrDay(since, context) });
  return { text, language, when };
}

/** "June 2018" or "19 June 2018", as fine as it is known. */
function monthOrDay(date: string, { locale }: RegionContext): string {
  return date.length > 7 ? formatDate(date, locale) : formatMonth(Date.parse(`${date}-15T12:00Z`), locale, "UTC");
}
