import type { Column, Row } from "./data-table";
import { ScrollingFrame } from "./scrolling-frame";

type Props = {
  caption: string;
  captionHidden?: boolean;
  /** Cards with each value beside its label: for lists of many short lines. */
  isDense?: boolean;
  columns: Column[];
  rows: Row[];
  empty: string;
};

const CELL = "py-2 pe-4 align-top @max-2xl:pe-0 @max-2xl:text-start";
const STACKED = {
  above:
    "@max-2xl:block @max-2xl:py-1 @max-2xl:before:block @max-2xl:before:text-ink-2 @max-2xl:before:content-[attr(data-label)]",
  beside:
    "@max-2xl:grid @max-2xl:grid-cols-[6rem_minmax(0,1fr)] @max-2xl:gap-x-3 @max-2xl:py-0 @max-2xl:before:text-ink-2 @max-2xl:before:content-[attr(data-label)]",
};

/** A table whose rows become cards where there is little room, each value under its label and every button in sight. */
export function StackedTable({ caption, captionHidden = false, isDense = false, ...table }: Props) {
  const { columns, rows, empty } = table;
  if (rows.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <ScrollingFrame label={caption} className="goes-on-sideways @container">
      <table className="w-full border-collapse text-sm @max-2xl:block">
        <caption className={captionHidden ? "sr-only" : "pb-2 text-start text-ink-2 @max-2xl:block"}>{caption}</caption>
        <thead className="@max-2xl:sr-only">
          <tr className="border-b border-ink">
            {columns.map(({ key, label, numeric }) => (
              <th
                key={key}
                scope="col"
                className={`py-2 pe-4 align-bottom font-semibold ${numeric ? "text-end" : "text-start"}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-2xl:block">
          {rows.map(({ key, cells }) => (
            <tr
              key={key}
              className={`border-b border-rule @max-2xl:block ${isDense ? "@max-2xl:py-2" : "@max-2xl:py-3"}`}
            >
              {columns.map((column) => {
                const value = cells[column.key] ?? null;
                // A cell without a value is no line of its card.
                const hidden = value === null || value === "" ? "@max-2xl:hidden" : "";
                return (
                  <td
                    key={column.key}
                    data-label={column.label}
                    className={`${CELL} ${STACKED[isDense ? "beside" : "above"]} ${column.numeric ? "text-end" : "text-start"} ${hidden}`}
                  >
                    {isDense ? <span className="min-w-0">{value}</span> : value}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingFrame>
  );
}
