import { MOST_COMPARED } from "@/lib/features/figures/view/chart-file";
import { firstOf, leftOutNames, queryOf, type SearchParams } from "@/lib/shared/search-params";

export type ComparedKind = "regions" | "workforces";

/** The names under which the form sends one choice each; an address has all of them as one list. */
export const SLOTS = ["a", "b", "c", "d"] as const satisfies { length: typeof MOST_COMPARED };

/** Whether a wave has what an address names, region or workforce. */
export type HasCompared = Record<ComparedKind, (name: string) => boolean>;

/** The mark an address carries on when one thing was chosen several times on the way to it. */
export const CHOSEN_TWICE = "twice";

/**
 * What an address compares, in its order. `missed`: it names what there is not, or too many, here or on the way here;
 * `twice`: it names something more than once, which is compared once.
 */
export type AskedComparison = {
  kind: ComparedKind;
  names: string[];
  isWrong: boolean;
  missed: boolean;
  twice: boolean;
};

export function askedComparison(params: SearchParams, has: HasCompared): AskedComparison {
  const lists = { regions: firstOf(params.regions), workforces: firstOf(params.workforces) };
  const ofWorkforces = lists.regions === null && (lists.workforces !== null || firstOf(params.of) === "workforces");
  const kind = ofWorkforces ? "workforces" : "regions";
  const listed = (lists[kind] ?? "").split(",").map((name) => name.trim());
  const chosen = [...listed, ...SLOTS.map((slot) => firstOf(params[slot]) ?? "")].filter(Boolean);
  const asked = [...new Set(chosen)];
  const known = asked.filter(has[kind]);
  const isWrong = known.length < asked.length || known.length > MOST_COMPARED;
  const names = known.slice(0, MOST_COMPARED);
  const before = leftOutNames(params);
  const twice = asked.length < chosen.length || before.includes(CHOSEN_TWICE);
  return { kind, names, isWrong, missed: isWrong || before.includes(kind), twice };
}

/** A comparison as the query of its address: regions are what is compared where nothing is said. */
export function comparisonQuery({ kind, names }: Pick<AskedComparison, "kind" | "names">): string {
  const of = kind === "workforces" && names.length === 0 ? kind : null;
  return queryOf({ of, [kind]: names.join(",") });
}
