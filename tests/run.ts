import { runCheck, runPlaywright, runVitest } from "./runner/steps";
import { add, nothing, type Tally } from "./runner/tally";
import { verify } from "./verify";

/** Fewer of each than `npm run test:faults`, which takes the time it needs. */
const fewerFaults = {
  ...{ DATABASE_KILLS: "4", LOCK_SECONDS: "0.5", ATTACK_REQUESTS: "4000" },
  FAULT_ADDRESSES: "60",
};

const steps: [title: string, run: () => Promise<Tally>][] = [
  ["Rules", verify],
  ["Unit tests", () => runVitest("unit")],
  ["Integration tests on PostgreSQL", () => runVitest("integration")],
  ["Production build", () => runCheck("production build", ["tsx", "lib/server/launch/build.ts"])],
  ["Rows of the security facts for what was built", () => runVitest("security rows")],
  ["Faults on the production server", () => runVitest("faults", fewerFaults)],
  ["Journeys in a browser", runPlaywright],
];

/** `npm test`: every step runs, also after a failed one; what failed is told again at the end, and the last line is the sum. */
async function runEverything(): Promise<Tally> {
  // Also where there is some already: what another version of the schema left would fail test by test.
  const made = await runCheck("generated code", ["tsx", "lib/server/launch/generate.ts"]);
  if (made.failed > 0) return made;
  let sum = nothing;
  for (const [title, run] of steps) {
    console.log(`\n── ${title}`);
    const began = performance.now();
    const tally = await run();
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`   ${title}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
    sum = add(sum, tally);
  }
  return sum;
}

const { passed, failed, failures } = await runEverything();
if (failures.length > 0) console.log(`\n── What failed\n\n${failures.join("\n\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
