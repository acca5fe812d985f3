import { isEntry } from "@/lib/server/launch/entry";
import { runCheck, runVitest } from "./runner/steps";
import { add, type Tally } from "./runner/tally";

const checks: [name: string, command: string[]][] = [
  ["style (Biome)", ["biome", "ci", "--colors=off", "."]],
  ["types (TypeScript)", ["tsc", "--noEmit"]],
  [
    "who imports whom (dependency-cruiser)",
    ["depcruise", "--config", ".dependency-cruiser.cjs", "app", "components", "lib", "prisma", "tests"],
  ],
  ["nothing unused (knip)", ["knip", "--no-progress"]],
];

/** Everything that reads the sources and runs no product: style, types, imports, leftovers, the rules of the house. */
export async function verify(): Promise<Tally> {
  const tallies = await Promise.all(checks.map(([name, command]) => runCheck(name, command)));
  return add(...tallies, await runVitest("architecture"));
}

if (isEntry(import.meta.url)) {
  const { passed, failed } = await verify();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
