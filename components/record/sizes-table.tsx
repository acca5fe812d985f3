import { DataTable } from "@/components/ui/data-table";
import type { TotalsWords } from "@/lib/features/totals/view/totals-context";
import type { SizeLine } from "@/lib/features/workforces/view/sizes";
import { PartText } from "./part-text";

/** Every claim of a size, each with its words, whom it counts and every version it had. */
export function SizesTable({ lines, words }: { lines: readonly SizeLine[]; words: TotalsWords }) {
  const columns = ["asOf", "amount", "claimant", "counts", "words", "standing", "history"] as const;
  return (
    <DataTable
      caption={words("sizes.table")}
      columns={columns.map((key) => ({ key, label: words(`sizes.column.${key}`) }))}
      rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line, words) }))}
      empty={words("sizes.none")}
    />
  );
}

function cellsOf({ note, ...line }: SizeLine, words: TotalsWords) {
  return {
    asOf: line.asOf,
    amount: (
      <a href={line.href} id={line.id} className="scroll-mt-6">
        {line.amount}
      </a>
    ),
    claimant: line.claimant,
    counts: (
      <>
        {line.counts}
        {note ? (
          <span className="block text-ink-2">
            <PartText part={note} />
          </span>
        ) : null}
      </>
    ),
    words: line.words ? <q lang={line.words.language ?? undefined}>{line.words.text}</q> : "",
    standing: line.retracted ? words("sizes.retractedTitle") : line.standing,
    history: line.history.map((version) => (
      <span key={version} className="block">
        {version}
      </span>
    )),
  };
}
