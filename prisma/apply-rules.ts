import type { Quantity } from "@/lib/domain/quantity";
import { RULE_SETS, type RuleSet } from "@/lib/domain/words-rules";
import { env } from "@/lib/env";
import { applyRules } from "@/lib/features/figures/mutations/apply-rules";
import { planRules, type RulesPlan } from "@/lib/features/figures/mutations/plan-rules";
import { openClient, patienceOfLoading } from "@/lib/server/db";
import { isEntry } from "@/lib/server/launch/entry";
import { launch } from "@/lib/server/launch/lifecycle";
import { provideDatabase } from "@/lib/server/launch/prepare-database";
import { loadSettingsFile } from "@/lib/server/launch/settings-files";
import { applyMigrations } from "./migrate";

/** What would change or has changed, record by record, and what is left alone. */
export function linesOfPlan({ changes, unreadable, same }: RulesPlan): string[] {
  const version = ({ rule }: Quantity) => `${rule?.id} version ${rule?.version}`;
  return [
    ...changes.map(
      ({ id, quantity, to }) =>
        `${id}  "${quantity.words}"  ${amountOf(quantity)} (${version(quantity)}) -> ${amountOf(to)} (${version(to)})`,
    ),
    ...unreadable.map(
      ({ id, words, refusal }) => `${id}  "${words}"  left alone: its words cannot be read (${refusal})`,
    ),
    `${changes.length} to change, ${same} read alike by the newer version, ${unreadable.length} left alone.`,
  ];
}

function amountOf({ lower, upper, unit, approximate, unknown }: Quantity): string {
  if (lower === null && upper === null) return `no number (${unknown})`;
  const range = lower === upper ? `${lower}` : upper === null ? `${lower} or more` : `${lower ?? "open"} to ${upper}`;
  return `${approximate ? "about " : ""}${range} ${unit}`;
}

async function run(databaseUrl: string, write: boolean): Promise<void> {
  const client = openClient(databaseUrl, 1, patienceOfLoading);
  const sets: RuleSet[] = Object.values(RULE_SETS);
  try {
    const plan = await (write ? applyRules(client, sets) : planRules(client, sets));
    for (const line of linesOfPlan(plan)) console.log(line);
    if (!write && plan.changes.length > 0)
      console.log("Nothing is written yet. To write it: npm run rules:apply -- --write");
    if (write) console.log(plan.changes.length > 0 ? "Written and published." : "Nothing to write.");
  } finally {
    await client.$disconnect();
  }
}

if (isEntry(import.meta.url)) {
  await launch(async (life) => {
    loadSettingsFile();
    const { url, usable } = await provideDatabase(life, env());
    await usable;
    await applyMigrations(url);
    await run(url, process.argv.includes("--write"));
    process.exit(0);
  });
}
