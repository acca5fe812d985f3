import { publishedOf } from "@/lib/domain/published";
import { regionsOfWave } from "@/lib/features/regions/view/record-spread";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import type { ComparedKind } from "./asked";

export type CompareChoice = { value: string; label: string };

/** Everything of a kind that can be compared, by name, as addresses have it. */
export function compareChoices(kind: ComparedKind, { record, kept, text, locale }: RegionContext): CompareChoice[] {
  // Of a large wave, those at hand and those that are compared.
  const workforces = new Map(
    [...publishedOf(kept.workforces), ...publishedOf(record.workforces)].map((row) => [row.id, row]),
  );
  const choices =
    kind === "regions"
      ? regionsOfWave(kept).map(({ id, names }) => ({ value: id, label: text(names) }))
      : [...workforces.values()].map(({ slug, names }) => ({ value: slug, label: text(names) }));
  return choices.toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
