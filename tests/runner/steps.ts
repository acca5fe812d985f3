import { failure, type PlaywrightReport, playwrightTally, type Tally, type VitestReport, vitestTally } from "./tally";
import { runTool, withReport } from "./tool";

export async function runVitest(project: string, env: Record<string, string> = {}): Promise<Tally> {
  const { exitCode, report } = await withReport<VitestReport>((file) =>
    runTool(
      ["vitest", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
      { env },
    ),
  );
  return vitestTally(report, exitCode);
}

export async function runPlaywright(): Promise<Tally> {
  const { exitCode, report } = await withReport<PlaywrightReport>((file) =>
    runTool(["playwright", "test", "--reporter=list,json"], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } }),
  );
  return playwrightTally(report, exitCode);
}

/** One named check: silent when it passes, everything it said when it fails. */
export async function runCheck(name: string, command: string[]): Promise<Tally> {
  const started = performance.now();
  const { exitCode, output } = await runTool(command, { quiet: true, env: { NO_COLOR: "1" } });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${exitCode === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (exitCode === 0) return { passed: 1, failed: 0, failures: [] };
  console.log(output.trimEnd());
  return { passed: 0, failed: 1, failures: [failure(name, output)] };
}
