import { existsSync, readFileSync, rmSync } from "node:fs";
import { inProject } from "@/lib/server/launch/project";
import { runTool } from "../runner/tool";
import { count, type Report, score, survivors } from "./report";

const reportFile = inProject(".mutation", "report.json");

/**
 * `npm run test:mutation`: small wrong changes of the domain, each of which must make one of its tests fail. What is
 * only read while files load (tables) is left alone unless `--tables` asks for it: each change there runs all tests.
 */
async function runMutationTesting(args: string[]): Promise<number> {
  rmSync(reportFile, { force: true });
  // Results are kept for the next run; those about tables apart, so that no run shows what another found.
  const kept = ["--incrementalFile", ".mutation/incremental-tables.json"];
  const mode = args.includes("--tables") ? kept : ["--ignoreStatic"];
  const chosen = args.filter((one) => one !== "--tables");
  const { exitCode } = await runTool(["stryker", "run", "tests/mutation/stryker.config.mjs", ...mode, ...chosen]);
  if (!existsSync(reportFile)) return exitCode || 1;
  print(JSON.parse(readFileSync(reportFile, "utf8")) as Report);
  return exitCode;
}

function print(report: Report): void {
  const files = Object.entries(report.files).filter(([, { mutants }]) => mutants.length > 0);
  const width = Math.max(5, ...files.map(([file]) => file.length));
  const row = (name: string, cells: (string | number)[]) =>
    console.log([name.padEnd(width), ...cells.map((cell) => String(cell).padStart(9))].join(" "));
  const counted = (name: string, mutants: Parameters<typeof count>[0]) => {
    const counts = count(mutants);
    row(name, [mutants.length, ...Object.values(counts), score(counts)?.toFixed(1) ?? "–"]);
  };
  console.log("");
  row("file", ["mutants", "killed", "timed out", "survived", "uncovered", "invalid", "score %"]);
  for (const [file, { mutants }] of files) counted(file, mutants);
  counted(
    "all",
    files.flatMap(([, { mutants }]) => mutants),
  );
  const alive = survivors(report);
  console.log(`\n${alive.length} survived`);
  for (const { place, mutator, original, replacement } of alive) {
    console.log(`${place} ${mutator}: ${original} → ${replacement}`);
  }
}

process.exitCode = await runMutationTesting(process.argv.slice(2));
