import { countSolidarity } from "@/lib/domain/solidarity";
import type { LinkedText } from "@/lib/shared/chart/chart";
import type { SolidarityContext } from "./solidarity-context";

/** How support meets the strikes of the record, a sentence at a time, each with the records it speaks of. */
export type CountedSentence = { key: string; text: string; records: LinkedText[] };

/** Nothing for a part of a large wave: what only the whole can say is not said of a part. */
export function countedView(context: SolidarityContext): CountedSentence[] {
  const { record, words } = context;
  if (record.part !== undefined) return [];
  const { strikes, otherwise, uncounted, unlinked } = countSolidarity(record);
  const found = { strikes, otherwise, uncounted, unlinked };
  return (["strikes", "otherwise", "uncounted", "unlinked"] as const)
    .filter((key) => key === "strikes" || found[key].length > 0)
    .map((key) => ({
      key,
      text: words(`counted.${key}`, { count: found[key].length }),
      records: found[key].map((id) => ({ text: titleOf(id, context), href: context.recordHref(id) })),
    }));
}

function titleOf(id: string, { record, actionTitle, text }: SolidarityContext): string {
  const action = record.actions.find((one) => one.id === id);
  if (action) return actionTitle(action);
  return text(record.solidarity.find((one) => one.id === id)?.text);
}
