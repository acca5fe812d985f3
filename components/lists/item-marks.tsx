import type { Mark } from "@/lib/features/waves/view/facets";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

const BORDERS: Record<Mark, string> = {
  claimed: "border-rule-2 border-dashed text-ink-2",
  contradicted: "border-danger border-dashed text-danger",
  disputed: "border-danger text-danger",
};

/** Words in a frame: only one side says so, others say otherwise, its number is disputed. */
export function ItemMarks({ marks, context }: { marks: readonly Mark[]; context: ReadingContext }) {
  return marks.map((mark) => (
    <span key={mark} className={`inline-block border px-1.5 text-xs leading-5 ${BORDERS[mark]}`}>
      {context.t(`mark.${mark}`)}
    </span>
  ));
}
