import { keyFigures } from "@/lib/features/waves/view/key-figures";
import { totalsView } from "../../totals/view";
import type { TotalsContext } from "../../totals/view/totals-context";

/** One sentence of a public page, and where it stands. */
export type PublicLine = { key: string; text: string };
/** What of it another record says otherwise; null where there is no such sentence. */
export type EffectLine = { key: string; before: string | null; after: string | null };

/** The numbers at the head of the wave and its totals, in the words in which the public pages say them. */
export function pageSays(context: TotalsContext): PublicLine[] {
  const figures = keyFigures(context).map(({ key, value, flag, text }) => ({
    key: `key ${key}`,
    text: [flag ? `${value} (${flag})` : value, text].join(" "),
  }));
  const totals = totalsView(context).map(({ key, title, summary }) => ({
    key: `total ${key}`,
    text: `${title}: ${summary}`,
  }));
  return [...figures, ...totals];
}

/** Only what differs, in the order of the pages. */
export function effectOf(before: readonly PublicLine[], after: readonly PublicLine[]): EffectLine[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ key, before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((line) => line.before !== line.after);
}

function byKey(lines: readonly PublicLine[]): Map<string, string> {
  return new Map(lines.map(({ key, text }) => [key, text]));
}
