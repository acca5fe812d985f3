import type { ReactNode } from "react";
import { ScrollingFrame } from "./scrolling-frame";

export type Column = { key: string; label: string; numeric?: boolean };
export type Row = { key: string; cells: Record<string, ReactNode> };
type Props = { caption: string; captionHidden?: boolean; columns: Column[]; rows: Row[]; empty: string };

/** A table that scrolls sideways inside itself on a narrow screen, so that the page never does. */
export function DataTable({ caption, captionHidden = false, columns, rows, empty }: Props) {
  if (rows.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <ScrollingFrame label={caption} className="goes-on-sideways @container">
      <table className="w-full border-collapse text-sm">
        <caption className={captionHidden ? "sr-only" : "pb-2 text-start text-ink-2"}>
          {/* As wide as what is in sight: a caption as wide as the table would be cut. */}
          <span className="sticky start-0 block w-[100cqw]">{caption}</span>
        </caption>
        <thead>
          <tr className="border-b border-ink">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`py-2 pe-4 align-bottom font-semibold ${column.numeric ? "text-end" : "text-start"}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-rule">
              {columns.map((column) => (
                <td key={column.key} className={`py-2 pe-4 align-top ${column.numeric ? "text-end" : "text-start"}`}>
                  {row.cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingFrame>
  );
}
