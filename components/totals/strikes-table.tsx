import { DataTable } from "@/components/ui/data-table";
import type { StrikeLine, StrikesView } from "@/lib/features/totals/view/strikes";
import type { TotalsWords } from "@/lib/features/totals/view/totals-context";

type Props = { view: StrikesView; words: TotalsWords; empty?: string; total?: boolean };

/** Each strike as the standards measure it; what nobody said stays said so. */
export function StrikesTable({ view, words, empty = words("strikes.empty"), total = true }: Props) {
  return (
    <>
      <DataTable
        caption={words("strikes.title")}
        captionHidden
        columns={[
          { key: "strike", label: words("strikes.strike") },
          { key: "duration", label: words("strikes.duration") },
          { key: "directly", label: words("measure.workers_directly_involved") },
          { key: "indirectly", label: words("measure.workers_indirectly_involved") },
          { key: "days", label: words("measure.days_not_worked") },
        ]}
        rows={view.lines.map((line) => ({ key: line.key, cells: cellsOf(line, words) }))}
        empty={empty}
      />
      {total && view.lines.length > 0 ? (
        <p className="mt-4 max-w-prose font-serif text-xl">{words("strikes.total", { total: view.total })}</p>
      ) : null}
      {view.lines.length > 0 ? (
        <ul className="mt-2 max-w-prose text-sm text-ink-2">
          {view.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function cellsOf({ action, general, duration, directly, indirectly, ...line }: StrikeLine, words: TotalsWords) {
  return {
    strike: (
      <>
        <a href={action.href}>{action.name}</a>
        {general ? <span className="block text-ink-2">{words("strikes.general")}</span> : null}
      </>
    ),
    duration,
    directly,
    indirectly,
    days: (
      <>
        {line.days}
        {line.remarks.map((remark) => (
          <span key={remark} className="block text-ink-2">
            {remark}
          </span>
        ))}
        {line.claims.map(({ name, href }) => (
          <a key={href} href={href} className="me-2">
            {name}
          </a>
        ))}
      </>
    ),
  };
}
