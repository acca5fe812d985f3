import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runVitest } from "../runner/steps";
import type { FactLine } from "./support/fact-line";

/** `npm run security:report`: everything that is tried to break in, with how often; fails when anything got through. */
async function report(): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-facts-"));
  const file = path.join(folder, "facts.jsonl");
  try {
    const rows = await runVitest("security rows");
    const { failed } = await runVitest("security", { SECURITY_REPORT_FILE: file });
    const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
    const facts = lines.map((line) => JSON.parse(line) as FactLine);
    print(facts);
    return (
      rows.failed + failed === 0 && facts.length > 0 && facts.every(({ found, tries }) => found === 0 && tries > 0)
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(facts: readonly FactLine[]): void {
  const width = Math.max(4, ...facts.map(({ fact }) => fact.length));
  const row = (fact: string, ...cells: string[]) =>
    console.log([fact.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join(" "));
  console.log("");
  row("fact", "tries", "found", "seconds");
  for (const { fact, tries, found, seconds } of facts) row(fact, String(tries), String(found), seconds.toFixed(1));
  const sum = (of: (line: FactLine) => number) => facts.reduce((total, line) => total + of(line), 0);
  row(
    "all",
    String(sum(({ tries }) => tries)),
    String(sum(({ found }) => found)),
    sum(({ seconds }) => seconds).toFixed(1),
  );
}

process.exitCode = (await report()) ? 0 : 1;
