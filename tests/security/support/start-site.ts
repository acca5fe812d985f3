import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "@/lib/server/launch/free-port";
import { startThrowAwayCluster } from "@/lib/server/launch/throw-away-cluster";
import { startOwnServer } from "../../support/own-server";

/** The one production server all of these tests attack, and where it keeps things. */
export type Site = {
  url: string;
  port: number;
  pid: number;
  databaseUrl: string;
  databaseFolder: string;
  dataFolder: string;
  logFile: string;
};

declare module "vitest" {
  export interface ProvidedContext {
    site: Site;
  }
}

/** So that tests can make the codes that an app would show. */
export const AUTH_SECRET = "a secret of the tests and of nothing else";

/** Everything the product can log is logged: what must not be in a log must not be in the longest one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowAwayCluster();
  const home = mkdtempSync(path.join(tmpdir(), "turnout-security-"));
  const [dataFolder, logFile] = [path.join(home, "data"), path.join(home, "server.log")];
  const port = await freePort();
  // By a name, since passkeys belong to names.
  const url = `http://localhost:${port}`;
  const env = { DATABASE_URL: cluster.url, AUTH_SECRET, LOG_LEVEL: "trace", PUBLIC_URL: url };
  const server = await startOwnServer({ env, dataDir: dataFolder, port, logFile });
  const { pid } = server;
  project.provide("site", {
    url,
    port,
    pid,
    databaseUrl: cluster.url,
    databaseFolder: cluster.folder,
    dataFolder,
    logFile,
  });
  return async () => {
    await server.stop();
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
