import { DataTable } from "@/components/ui/data-table";
import type { ComparedValue, Comparison } from "@/lib/features/comparisons/view/compared";
import type { RegionContext } from "@/lib/features/regions/view/region-context";

/** Everything compared in words: a column for each, a row for each thing said of them. */
export function ComparedTable({ comparison, context }: { comparison: Comparison; context: RegionContext }) {
  const { say, list } = context;
  const { subjects, rows } = comparison;
  return (
    <DataTable
      caption={say("compare.caption", { names: list(subjects.map(({ name }) => name)) })}
      columns={[
        { key: "indicator", label: say("compare.indicator") },
        ...subjects.map(({ id, name }) => ({ key: id, label: name })),
      ]}
      rows={rows.map(({ key, label, cells }) => ({
        key,
        cells: {
          indicator: <span className="text-ink-2">{label}</span>,
          ...Object.fromEntries(
            subjects.map(({ id }, index) => [id, <Cell key={id} value={cells[index] ?? null} context={context} />]),
          ),
        },
      }))}
      empty=""
    />
  );
}

function Cell({ value, context }: { value: ComparedValue | null; context: RegionContext }) {
  if (value === null) return <span className="text-ink-2">{context.say("compare.nothing")}</span>;
  const { text, href, remarks } = value;
  return (
    <>
      {href === null ? text : <a href={href}>{text}</a>}
      {remarks.map((remark) => (
        <span key={remark} className="block text-xs text-ink-2">
          {remark}
        </span>
      ))}
    </>
  );
}
