import type { ReactNode } from "react";
import { ScrollingFrame } from "@/components/ui/scrolling-frame";

export type RegionTableProps = {
  caption: string;
  columns: { region: string; states: string; happened: string; since: string; claims: string };
  rows: readonly {
    code: string;
    name: string;
    href: string;
    states: string;
    happened: ReactNode;
    /** In words, null where nothing has begun. */
    since: string | null;
    claims: { href: string; label: string } | null;
  }[];
  /** What stands in an empty cell. */
  none: string;
};

type Row = RegionTableProps["rows"][number];

const link = "underline decoration-(--rule) underline-offset-2 hover:decoration-(--ink)";

function RegionRow({ row, none }: { row: Row; none: string }) {
  return (
    <tr className="border-t border-(--rule) align-top" data-row={row.code}>
      <th scope="row" className="py-2 pr-4 text-left font-medium" data-cell="name">
        <a href={row.href} className={link}>
          {row.name}
        </a>
      </th>
      <td className="py-2 pr-4" data-cell="states">
        {row.states}
      </td>
      <td className="min-w-44 py-2 pr-4" data-cell="happened">
        {row.happened}
      </td>
      <td className="py-2 pr-4 text-(--ink-2) tabular-nums">{row.since ?? none}</td>
      <td className="py-2">
        {row.claims ? (
          <a href={row.claims.href} className={link}>
            {row.claims.label}
          </a>
        ) : (
          <span className="text-(--ink-2)">{none}</span>
        )}
      </td>
    </tr>
  );
}

export function RegionTable({ caption, columns, rows, none }: RegionTableProps) {
  return (
    <ScrollingFrame label={caption} className="goes-on-sideways">
      <table className="w-full border-b border-(--rule) text-sm">
        <caption className="pb-2 text-left text-(--ink-2)">{caption}</caption>
        <thead>
          <tr className="text-left text-xs text-(--ink-2)">
            {[columns.region, columns.states, columns.happened, columns.since, columns.claims].map((column) => (
              <th key={column} scope="col" className="py-2 pr-4 font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RegionRow key={row.code} row={row} none={none} />
          ))}
        </tbody>
      </table>
    </ScrollingFrame>
  );
}
