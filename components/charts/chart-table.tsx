import { ScrollingFrame } from "@/components/ui/scrolling-frame";
import type { LinkedText, ChartTable as Table } from "@/lib/shared/chart/chart";

/** The rows of the drawing as a table; it scrolls by itself on a narrow screen, also by keyboard. */
export function ChartTable({ table }: { table: Table }) {
  return (
    <ScrollingFrame label={table.caption} className="mt-2 max-w-full">
      <table className="w-full border-b border-(--rule) text-sm">
        <caption className="pb-2 text-left text-(--ink-2)">{table.caption}</caption>
        <thead>
          <tr className="text-left text-xs text-(--ink-2)">
            {table.columns.map((column) => (
              <th key={column} scope="col" className="py-2 pr-4 align-bottom font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ id, cells: [first, ...rest] }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one record may stand in several rows
            <tr key={`${id} ${index}`} className="border-t border-(--rule) align-top">
              <th scope="row" className="min-w-28 py-2 pr-4 text-left font-medium">
                {first && <Cell cell={first} />}
              </th>
              {rest.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have their column's identity
                <td key={at} className="min-w-24 py-2 pr-4 nth-4:min-w-44">
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingFrame>
  );
}

function Cell({ cell }: { cell: LinkedText }) {
  return cell.href === null ? cell.text : <a href={cell.href}>{cell.text}</a>;
}
