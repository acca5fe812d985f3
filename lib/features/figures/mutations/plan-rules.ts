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

/** Reads again, by the rules as they stand, every published number that an older version of them made. Writes nothing. */
export async function planRules(client: DatabaseClient, sets: readonly RuleSet[]): Promise<RulesPlan> {
  const plan: RulesPlan = { changes: [], unreadable: [], same: 0 };
  for (const derived of await readDerived(client)) {
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
  return plan;
}

const MADE_OF_WORDS = {
  where: { ruleId: { not: null }, record: { state: "published" as const } },
  include: { record: { select: { waveId: true, revision: true, number: true } } },
};

async function readDerived(client: DatabaseClient): Promise<Derived[]> {
  const figures = await client.figure.findMany({ ...MADE_OF_WORDS, orderBy: { record: { number: "asc" } } });
  const sizes = await client.workforceSize.findMany({ ...MADE_OF_WORDS, orderBy: { record: { number: "asc" } } });
  return [
    ...figures.map(({ id, record, ...row }) => ({ id, kind: "figure" as const, ...record, quantity: toQuantity(row) })),
    ...sizes.map(({ id, record, ...row }) => ({
      ...{ id, kind: "workforce_size" as const, ...record },
      quantity: toQuantity(row),
    })),
  ];
}
