import { Notice } from "@/components/ui/notice";
import type { OpenCorrection } from "@/lib/domain/wave-record";
import type { CorrectionWords } from "@/lib/features/corrections/view/change-words";

type Props = { open: readonly OpenCorrection[]; fullDay: (at: number) => string; words: CorrectionWords };

/** On the page of the record itself: since when, and that nothing of what is proposed is shown before it is approved. */
export function ReviewNotice({ open, fullDay, words }: Props) {
  const [oldest] = open;
  if (oldest === undefined) return null;
  const title = words(oldest.kind === "retraction" ? "mark.titleRetraction" : "mark.title");
  return (
    <Notice tone="note" title={title}>
      <p>{words("mark.text", { day: fullDay(oldest.since) })}</p>
    </Notice>
  );
}
