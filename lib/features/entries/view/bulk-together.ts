import { type AcceptedRange, acceptedRange } from "@/lib/domain/accepted";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { meet } from "./as-of";
import type { Comparison } from "./comparison";
import { entryAbout } from "./entry-about";
import type { QueueRow } from "./queue";
import type { EntryRow } from "./rows";

/** What is accepted once an entry and the others of one decision about the same are published; how many others. */
export type Together = { range: AcceptedRange | null; others: number };

type Publishing = Pick<EntryRow, "id" | "payload" | "kind">;

/**
 * For each entry shown what it comes to with the others that the same decision would publish; none where it is the only
 * one about its subject and moment. `publishing`: those others, as far as they are about the same as any that is shown.
 */
export function bulkTogether(
  rows: readonly Pick<QueueRow, "id" | "comparison">[],
  publishing: readonly Publishing[],
  records: readonly WaveRecord[],
): Map<string, Together> {
  const all = publishing.flatMap(({ id, ...entry }) => {
    const { comparison } = entryAbout(entry, records);
    return comparison === null ? [] : [{ id, comparison }];
  });
  const own = new Set(all.map(({ id }) => id));
  return new Map(
    rows.flatMap(({ id, comparison }): [string, Together][] => {
      if (comparison === null || !own.has(id)) return [];
      const others = all.filter((other) => other.id !== id && competes(comparison, other.comparison));
      return others.length === 0 ? [] : [[id, { range: rangeWith(comparison, others), others: others.length }]];
    }),
  );
}

function competes(one: Comparison, other: Comparison): boolean {
  return one.question === other.question && meet(one.asOf, other.asOf);
}

function rangeWith(
  { claim, existing }: Comparison,
  others: readonly { id: string; comparison: Comparison }[],
): Together["range"] {
  const proposed = others.map(({ id, comparison }) => ({ ...comparison.claim, id }));
  const range = acceptedRange([...existing, claim, ...proposed]);
  return "refused" in range ? null : range;
}
