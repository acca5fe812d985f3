import type { Quantity } from "@/lib/domain/quantity";
import { readByRaisedRule } from "@/lib/domain/raised-rule";
import type { WordsRefusal } from "@/lib/domain/words";
import type { RuleSet } from "@/lib/domain/words-rules";
import { toQuantity } from "@/lib/features/waves/data/moments";
import type { DatabaseClient } from "@/lib/server/db";

export type DerivedKind = "figure" | "workforce_size";
type Derived = { id: string; kind: DerivedKind; waveId: string; revision: number; quantity: Quantity };
export type RuleChange = Derived & { to: Quantity };
/** What raising rules would do to the published numbers that were made from words. */
export type RulesPlan = {
  changes: RuleChange[];
  unreadable: { id: string; words: string; refusal: WordsRefusal }[];
  /** How many numbers of an older version the rules read alike. */
  same: number;
};

const KINDS = ["figure", "workforce_size"] as const satisfies DerivedKind[];
/** How far through the numbers a run is: the kind and the last id that was read of it. */
export type Place = { kind: DerivedKind; after: string };
export const BEGINNING: Place = { kind: KINDS[0], after: "" };
/** So many numbers are read, and made anew, at once: a few seconds of work, whatever the size of the record. */
export const AT_ONCE = 2000;

/** Reads again, by the rules as they stand, every published number that an older version of them made. Writes nothing. */
export async function planRules(client: DatabaseClient, sets: readonly RuleSet[]): Promise<RulesPlan> {
  const plan = emptyPlan();
  for (let place: Place | null = BEGINNING; place !== null; ) {
    const part = await planNext(client, sets, { place, atOnce: AT_ONCE });
    addTo(plan, part.plan);
    place = part.next;
  }
  return plan;
}

export function emptyPlan(): RulesPlan {
  return { changes: [], unreadable: [], same: 0 };
}

export function addTo(plan: RulesPlan, { changes, unreadable, same }: RulesPlan): void {
  plan.changes.push(...changes);
  plan.unreadable.push(...unreadable);
  plan.same += same;
}

type Part = { place: Place; atOnce: number };

/** As `planRules`, of the next numbers from a place on, and the place to go on from; null after the last. */
export async function planNext(
  client: DatabaseClient,
  sets: readonly RuleSet[],
  { place, atOnce }: Part,
): Promise<{ plan: RulesPlan; next: Place | null }> {
  const read = await readDerived(client, place, atOnce);
  const plan = emptyPlan();
  for (const derived of read) {
    for (const set of sets) {
      const reading = readByRaisedRule(derived.quantity, set);
      if (reading.outcome === "same") plan.same += 1;
      if (reading.outcome === "changed") plan.changes.push({ ...derived, to: reading.quantity });
      if (reading.outcome === "unreadable") {
        const words = derived.quantity.words ?? "";
        plan.unreadable.push({ id: derived.id, words, refusal: reading.refusal });
      }
    }
  }
  const last = read.at(-1);
  if (last !== undefined) return { plan, next: { kind: place.kind, after: last.id } };
  const kind = KINDS[KINDS.indexOf(place.kind) + 1];
  return { plan, next: kind === undefined ? null : { kind, after: "" } };
}

async function readDerived(client: DatabaseClient, { kind, after }: Place, take: number): Promise<Derived[]> {
  const some = {
    where: { id: { gt: after }, ruleId: { not: null }, record: { state: "published" as const } },
    include: { record: { select: { waveId: true, revision: true } } },
    orderBy: { id: "asc" as const },
    take,
  };
  const rows = kind === "figure" ? await client.figure.findMany(some) : await client.workforceSize.findMany(some);
  return rows.map(({ id, record, ...row }) => ({ id, kind, ...record, quantity: toQuantity(row) }));
}
