import { PartText } from "@/components/record/part-text";
import type { ChangeView, CorrectionWords } from "@/lib/features/corrections/view/change-words";
import type { Part } from "@/lib/features/records/view/context";

/** What changed, field by field: what it was is struck through, and both are said in words for whoever does not see that. */
export function ChangeList({ changes, words }: { changes: readonly ChangeView[]; words: CorrectionWords }) {
  return (
    <dl className="grid gap-y-2 text-sm">
      {changes.map(({ path, label, told, before, after }) => (
        <div key={path} data-field={path}>
          <dt className="text-ink-2">{label}</dt>
          <dd className="break-words">
            {told === null ? <BeforeAfter {...{ before, after, words }} /> : <Told {...{ told, before, after }} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Sides = { before: Part; after: Part; words: CorrectionWords };

function BeforeAfter({ before, after, words }: Sides) {
  return (
    <>
      <span className="sr-only">{words("log.before")}: </span>
      <del className="text-ink-2">
        <PartText part={before} />
      </del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only">{words("log.after")}: </span>
      <ins className="font-semibold no-underline">
        <PartText part={after} />
      </ins>
    </>
  );
}

/** What happened to words of which some are withheld, with those that can be shown. */
function Told({ told, before, after }: { told: string; before: Part | null; after: Part | null }) {
  return (
    <>
      {told}{" "}
      {before === null ? null : (
        <del className="text-ink-2">
          <PartText part={before} />
        </del>
      )}
      {after === null ? null : (
        <ins className="font-semibold no-underline">
          <PartText part={after} />
        </ins>
      )}
    </>
  );
}
