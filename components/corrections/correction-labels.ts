import type { ValueLabels } from "@/components/lists/filter-form";
import type { CorrectionWords } from "@/lib/features/corrections/view/change-words";
import type { RecordWords } from "@/lib/features/records/view/context";

type Said = { words: CorrectionWords; record: RecordWords };

/** Names for the values of the log's filter: it is narrowed by what was done and by the kind of record it was done to. */
export function correctionLabels({ words, record }: Said, others: ValueLabels): ValueLabels {
  return (name, value) => {
    if (name !== "kind") return others(name, value);
    const isAct = value === "correction" || value === "retraction";
    return isAct ? words(`kinds.${value}`) : record(`kind.${value as "figure"}`);
  };
}
