export type Tally = { passed: number; failed: number };

export const nothing: Tally = { passed: 0, failed: 0 };

export function add(...tallies: Tally[]): Tally {
  return tallies.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), nothing);
}

type VitestReport = { numPassedTests?: number; numFailedTests?: number; numTotalTests?: number; success?: boolean };
type PlaywrightReport = { stats?: { expected?: number; unexpected?: number; flaky?: number }; errors?: unknown[] };

/**
 * A runner that ended badly counts as one failure at least, whatever its report says or if it left none: a file that
 * does not load, a setup that throws or a crash must never look like a pass.
 */
function atLeastOneFailure(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

export function vitestTally(report: VitestReport | undefined, exitCode: number): Tally {
  const tally = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
  return atLeastOneFailure(tally, exitCode);
}

/** A test that passed only when tried again counts as failed. */
export function playwrightTally(report: PlaywrightReport | undefined, exitCode: number): Tally {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const tally = { passed: expected, failed: unexpected + flaky + (report?.errors?.length ?? 0) };
  return atLeastOneFailure(tally, exitCode);
}
