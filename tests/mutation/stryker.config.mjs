/** Mutation testing of the pure domain: each small wrong change of its code must make one of its own tests fail. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
  mutate: ["lib/domain/**/*.ts", "!lib/domain/**/*.test.ts"],
  // Left out: what no test of the domain reads, and the settings of a compiler that no longer has the interface Stryker asks for.
  ignorePatterns: ["app", "components", "docs", "public", ".data", ".mutation", ".next", "tsconfig.json"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  timeoutMS: 5000,
  timeoutFactor: 3,
  incremental: true,
  incrementalFile: ".mutation/incremental.json",
  tempDirName: ".mutation/sandbox",
  reporters: ["progress-append-only", "json"],
  jsonReporter: { fileName: ".mutation/report.json" },
  thresholds: { high: 95, low: 85, break: 85 },
  allowConsoleColors: false,
};
