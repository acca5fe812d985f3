import { parseArgs } from "node:util";
import { env, provideSettings } from "@/lib/env";
import { openClient, patienceOfLoading } from "@/lib/server/db";
import { loadSynthetic, WaveStandsThere } from "@/prisma/seed/synth/load-synthetic";
import { openDatabase } from "./database";
import { LaunchProblem } from "./launch-problem";
import { fillDatabase } from "./prepare-database";
import { loadSettingsFile } from "./settings-files";

/**
 * `npm run synth -- --figures 1000000 [--actions 20000] [--workforces 5000] [--seed 1]`: loads a made-up wave into the
 * database of Turnout, never by itself, and says everywhere that it is made up.
 */
const { values } = parseArgs({
  options: {
    figures: { type: "string" },
    actions: { type: "string" },
    workforces: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new LaunchProblem(`--${name} is a whole number from 1 to 9999999.`);
  return Number(text);
}

async function run(): Promise<void> {
  const figures = whole("figures", values.figures ?? "");
  const actions = whole("actions", values.actions ?? String(Math.ceil(figures / 50)));
  const workforces = whole("workforces", values.workforces ?? String(Math.ceil(figures / 200)));
  const sizes = { figures, actions, workforces, seed: whole("seed", values.seed) };
  loadSettingsFile();
  const database = await openDatabase(env());
  try {
    await database.usable;
    provideSettings({ databaseUrl: database.url, authSecret: "" });
    await fillDatabase(database.url);
    const client = openClient(database.url, 1, patienceOfLoading);
    const begun = performance.now();
    const { version } = await loadSynthetic(client, database.url, sizes).finally(() => client.$disconnect());
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(
      `Made up and published as version ${version} in ${seconds} s: ${figures} figures, ${actions} actions, ${workforces} workforces.`,
    );
  } finally {
    await database.stop();
  }
}

try {
  await run();
} catch (problem) {
  const isExpected = problem instanceof LaunchProblem || problem instanceof WaveStandsThere;
  console.error(isExpected ? problem.message : problem);
  process.exitCode = 1;
}
