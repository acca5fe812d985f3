import { LOCALES } from "@/lib/shared/i18n/locales";

/** Names of the months as people write them in the four languages: whole, short, alone and beside a day. */
const MONTHS = new Map<string, number>(
  LOCALES.flatMap((locale) =>
    (["long", "short"] as const).flatMap((month) =>
      [{ month }, { month, day: "numeric" } as const].flatMap((shape) => {
        const format = new Intl.DateTimeFormat(locale, { ...shape, timeZone: "UTC" });
        return Array.from({ length: 12 }, (_, at) => {
          const name = format.formatToParts(Date.UTC(2022, at, 5)).find(({ type }) => type === "month")?.value ?? "";
          return [folded(name), at + 1] as const;
        });
      }),
    ),
  ),
);

/** The number of the month; null for any other word. */
export function monthNamed(word: string): number | null {
  return MONTHS.get(folded(word)) ?? null;
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/\u0307/g, "")
    .replace(/\.$/, "");
}
