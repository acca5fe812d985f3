import { keyFigures } from "@/lib/features/waves/view/key-figures";
import { CHART_KINDS } from "@/lib/shared/chart/chart";
import { chartView } from "../../figures/view";
import type { ViewWords } from "../../figures/view/view-context";
import { type MeasureView, totalsView } from "../../totals/view";
import { strikesView } from "../../totals/view/strikes";
import type { TotalsContext } from "../../totals/view/totals-context";

/** One sentence of a public page, and where it stands. */
export type PublicLine = { key: string; text: string };
/** What of it another record says otherwise; null where there is no such sentence. */
export type EffectLine = { key: string; before: string | null; after: string | null };

/**
 * Everything that the dashboard and the page of totals say in numbers of a wave, in their own words: the numbers at its
 * head, what each chart found, each sum with what it rests on, and what strikes come to.
 */
export function pageSays(context: TotalsContext, charts: ViewWords): PublicLine[] {
  const figures = keyFigures(context).map(({ key, value, flag, text }) => ({
    key: `key ${key}`,
    text: [flag ? `${value} (${flag})` : value, text].join(" "),
  }));
  const found = CHART_KINDS.map((kind) => ({
    key: `chart ${kind}`,
    text: chartView(kind, context.record, charts).head.finding,
  }));
  const strikes = strikesView(context);
  return [
    ...figures,
    ...found,
    ...totalsView(context).flatMap(saidOfMeasure),
    { key: "strikes", text: inOneText([`${context.words("strikes.title")}: ${strikes.total}`, ...strikes.sentences]) },
  ];
}

function saidOfMeasure({ key, title, summary, totals, beside, loose }: MeasureView): PublicLine[] {
  return [
    { key: `measure ${key}`, text: `${title}: ${summary}` },
    ...totals.map((total) => ({
      key: `total ${key} ${total.key}`,
      text: inOneText([`${title}, ${total.title}: ${total.amount ?? ""}`, ...total.sentences]),
    })),
    ...beside.map((area) => ({
      key: `area ${key} ${area.key}`,
      text: `${title}, ${area.name}, ${area.when}: ${area.amount}`,
    })),
    ...loose.map((text, at) => ({ key: `loose ${key} ${at}`, text: `${title}: ${text}` })),
  ];
}

/** Sentences one after another: what has no end of its own gets one. */
function inOneText(sentences: readonly string[]): string {
  const [last, ...before] = sentences.toReversed();
  return [...before.toReversed().map((one) => (/[.!?…]$/.test(one) ? one : `${one}.`)), last].join(" ");
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
