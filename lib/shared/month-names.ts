import { LOCALES } from "./i18n/locales";

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

/** Year, month and day of "5 January 2022", "January 5, 2022", "5 қаңтар 2022 ж."; null for what says no such day. */
export function dayInWords(text: string): [year: string, month: string, day: string] | null {
  const [, first = "", word = "", last = ""] =
    /^(\d{1,2})\.? ?(\p{L}+)\.?,? ?(\d{4})(?: ?(?:г|ж)\.?)?$/u.exec(text) ??
    swapped(/^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u.exec(text)) ??
    [];
  const month = monthNamed(word);
  return month === null ? null : [last, String(month), first];
}

/** Year and month of "January 2022", "қаңтар 2022"; null for what says no such month. */
export function monthInWords(text: string): [year: string, month: string] | null {
  const [, word = "", year = ""] = /^(\p{L}+)\.? (\d{4})(?: ?(?:г|ж)\.?)?$/u.exec(text) ?? [];
  const month = monthNamed(word);
  return month === null ? null : [year, String(month)];
}

const swapped = (found: RegExpExecArray | null) => found && [found[0], found[2], found[1], found[3]];

/** The number of the month; null for any other word. */
function monthNamed(word: string): number | null {
  return MONTHS.get(folded(word)) ?? null;
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/\u0307/g, "")
    .replace(/\.$/, "");
}
