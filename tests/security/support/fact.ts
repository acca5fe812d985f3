import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { childEnvironment } from "@/lib/env";
import type { FactLine } from "./fact-line";

/** What a fact notes while it is tried. */
export type Trying = {
  /** One attempt, or so many. */
  tried(times?: number): void;
  /** An attempt that got through, in words that lead to it. */
  found(what: string): void;
};

/** Where the report collects its lines; without it the lines are only printed. */
const reportFile = () => childEnvironment({}).SECURITY_REPORT_FILE;

/** A test that counts what it tries: it holds when it tried something and found nothing. */
export function fact(name: string, work: (trying: Trying) => Promise<void>): void {
  test(name, async () => {
    const began = performance.now();
    const findings: string[] = [];
    let tries = 0;
    const trying: Trying = {
      tried: (times = 1) => {
        tries += times;
      },
      found: (what) => void findings.push(what),
    };
    try {
      await work(trying);
    } catch (problem) {
      findings.push(`could not be tried to its end: ${problem}`);
      throw problem;
    } finally {
      const seconds = (performance.now() - began) / 1000;
      note({ fact: name, tries, found: findings.length, seconds });
      for (const finding of findings.slice(0, 20)) console.log(`  ${finding}`);
    }
    expect(findings.slice(0, 20)).toEqual([]);
    expect(tries).toBeGreaterThan(0);
  });
}

function note(line: FactLine): void {
  console.log(`${line.fact}: ${line.tries} tries, ${line.found} found, ${line.seconds.toFixed(1)} s`);
  const file = reportFile();
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
