import { DataTable } from "@/components/ui/data-table";
import type { Part, RecordWords } from "@/lib/features/records/view/context";
import type { WorkforceLine } from "@/lib/features/workforces/view/list";
import { PartText } from "./part-text";

const COLUMNS = ["name", "employer", "place", "firstDay", "figures", "size"] as const;

/** Workforces beside each other; on a phone each is a block of its own, for six columns would need scrolling. */
export function WorkforceTable({ lines, words }: { lines: readonly WorkforceLine[]; words: RecordWords }) {
  const label = (column: (typeof COLUMNS)[number]) => words(`workforce.column.${column}`);
  return (
    <>
      <div className="hidden md:block">
        <DataTable
          caption={words("workforce.title")}
          captionHidden
          columns={COLUMNS.map((key) => ({ key, label: label(key) }))}
          rows={lines.map((line) => ({
            key: line.id,
            cells: Object.fromEntries(COLUMNS.map((column) => [column, cell(line[column])])),
          }))}
          empty={words("workforce.shown", { count: 0 })}
        />
      </div>
      <ul className="md:hidden">
        {lines.map((line) => (
          <li key={line.id} className="border-b border-rule py-4">
            <p className="text-lg font-semibold">
              <PartText part={line.name} />
            </p>
            <dl className="mt-1 text-sm">
              {COLUMNS.slice(1).map((column) => (
                <div key={column} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 py-0.5">
                  <dt className="text-ink-2">{label(column)}</dt>
                  <dd>{cell(line[column])}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function cell(value: Part | Part[]) {
  const parts = Array.isArray(value) ? value : [value];
  return parts.map((part, index) => (
    <span key={`${part.href} ${part.text}`}>
      {index > 0 ? " · " : ""}
      <PartText part={part} />
    </span>
  ));
}
