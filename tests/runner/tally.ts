import { stripVTControlCharacters } from "node:util";

/** How many passed and failed, and what failed, each in a few lines that can be read at the end of a long output. */
export type Tally = { passed: number; failed: number; failures: readonly string[] };

export const nothing: Tally = { passed: 0, failed: 0, failures: [] };

export function add(...tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      failures: [...sum.failures, ...one.failures],
    }),
    nothing,
  );
}

/** Enough of what a failure said to know where to look; the whole stands above, where it happened. */
const LINES_TOLD = 12;

export function failure(name: string, said = ""): string {
  const lines = stripVTControlCharacters(said).trimEnd().split("\n");
  return [name, ...lines.slice(0, LINES_TOLD).map((line) => `    ${line}`)].join("\n").trimEnd();
}

type VitestTest = { status?: string; fullName?: string; failureMessages?: string[] };
type VitestFile = { name?: string; status?: string; message?: string; assertionResults?: VitestTest[] };
export type VitestReport = { numPassedTests?: number; numFailedTests?: number; testResults?: VitestFile[] };

type PlaywrightTest = { status?: string; results?: { errors?: { message?: string }[] }[] };
type PlaywrightSpec = { title?: string; file?: string; line?: number; tests?: PlaywrightTest[] };
type PlaywrightSuite = { suites?: PlaywrightSuite[]; specs?: PlaywrightSpec[] };
export type PlaywrightReport = {
  stats?: { expected?: number; unexpected?: number; flaky?: number };
  errors?: { message?: string }[];
  suites?: PlaywrightSuite[];
};

/**
 * A runner that ended badly counts as one failure at least, whatever its report says or if it left none: a file that
 * does not load, a setup that throws or a crash must never look like a pass.
 */
function atLeastOneFailure(tally: Tally, exitCode: number): Tally {
  if (exitCode === 0 || tally.failed > 0) return tally;
  const failures = tally.failures.length > 0 ? tally.failures : [failure(`the runner ended with ${exitCode}`)];
  return { ...tally, failed: 1, failures };
}

export function vitestTally(report: VitestReport | undefined, exitCode: number): Tally {
  const failures = (report?.testResults ?? []).flatMap(({ name = "", status, message, assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [failure(name, message)] : [];
    return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages?.join("\n")));
  });
  const tally = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, failures };
  return atLeastOneFailure(tally, exitCode);
}

/** A test that passed only when tried again counts as failed. */
export function playwrightTally(report: PlaywrightReport | undefined, exitCode: number): Tally {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const errors = (report?.errors ?? []).map(({ message }) => failure("journeys", message));
  const failures = [...(report?.suites ?? []).flatMap(failuresOf), ...errors];
  const tally = { passed: expected, failed: unexpected + flaky + errors.length, failures };
  return atLeastOneFailure(tally, exitCode);
}

function failuresOf({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, line, tests = [] }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results = [] }) => {
        const said = results.flatMap(({ errors = [] }) => errors.map(({ message = "" }) => message));
        return failure(`${file}:${line} › ${title}`, said.join("\n"));
      }),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}
