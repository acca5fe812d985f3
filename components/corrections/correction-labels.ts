import type { ValueLabels } from "@/components/lists/filter-form";
import { CORRECTION_KINDS } from "@/lib/features/corrections/view";
import type { CorrectionWords } from "@/lib/features/corrections/view/change-words";
import type { RecordWords } from "@/lib/features/records/view/context";

type Said = { words: CorrectionWords; record: RecordWords };

/** Names for the values of the log's filter: it is narrowed by what was done and by the kind of record it was done to. */
export function correctionLabels({ words, record }: Said, others: ValueLabels): ValueLabels {
  return (name, value) => {
    if (name !== "kind") return others(name, value);
    const act = CORRECTION_KINDS.find((one) => one === value);
    return act ? words(`kinds.${act}`) : record(`kind.${value as "figure"}`);
  };
}
