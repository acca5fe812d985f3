import type { TestProject } from "vitest/node";

/** For tests that hold the rows against the build alone: there is no server, and nothing must be asked of one. */
export default function setUp(project: TestProject): void {
  const nowhere = { url: "http://localhost:1", port: 1, pid: 0, databaseUrl: "postgresql://nobody@localhost:1/none" };
  project.provide("site", { ...nowhere, databaseFolder: "", dataFolder: "", logFile: "" });
}
