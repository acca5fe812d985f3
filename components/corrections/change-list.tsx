import { PartText } from "@/components/record/part-text";
import type { ChangeView, CorrectionWords } from "@/lib/features/corrections/view/change-words";

/** What changed, field by field: what it was is struck through, and both are said in words for whoever does not see that. */
export function ChangeList({ changes, words }: { changes: readonly ChangeView[]; words: CorrectionWords }) {
  return (
    <dl className="grid gap-y-2 text-sm">
      {changes.map(({ path, label, before, after }) => (
        <div key={path} data-field={path}>
          <dt className="text-ink-2">{label}</dt>
          <dd className="break-words">
            <span className="sr-only">{words("log.before")}: </span>
            <del className="text-ink-2">
              <PartText part={before} />
            </del>
            <span aria-hidden="true"> → </span>
            <span className="sr-only">{words("log.after")}: </span>
            <ins className="font-semibold no-underline">
              <PartText part={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
