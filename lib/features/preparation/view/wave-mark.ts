import { LOCALES } from "@/lib/shared/i18n/locales";
import type { PreparedWave } from "./rows";

/** What a form was filled from, short enough to send back with it: a change made meanwhile has another mark. */
export function markOf({
  names,
  summary,
  firstDay,
  lastDay,
}: Pick<PreparedWave, "names" | "summary" | "firstDay" | "lastDay">): string {
  const said = [firstDay, lastDay ?? "", ...LOCALES.flatMap((locale) => [names[locale] ?? "", summary[locale] ?? ""])];
  let mark = 5381;
  for (const letter of said.join("\u0000")) mark = (Math.imul(mark, 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(36);
}
