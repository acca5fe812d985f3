import { afterAll, beforeAll } from "vitest";
import { type KillableCluster, startKillableCluster } from "../../support/killable-cluster";
import { type OwnServer, startOwnServer } from "../../support/own-server";

export type Running = { cluster: KillableCluster; server: OwnServer };

/** The production server on a database of its own for one test file. Call it at the top of the file. */
export function onOwnDatabase(env: Record<string, string> = {}): Running {
  let cluster: KillableCluster | undefined;
  let server: OwnServer | undefined;
  beforeAll(async () => {
    cluster = await startKillableCluster();
    server = await startOwnServer({ env: { DATABASE_URL: cluster.url, ...env } });
  });
  afterAll(async () => {
    await server?.stop();
    await cluster?.stop();
  });
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error("It is not running yet.");
    return thing;
  };
  return {
    get cluster() {
      return there(cluster);
    },
    get server() {
      return there(server);
    },
  };
}

/** Asks until it is so, or throws with what it was about. */
export async function eventually(what: string, patienceMs: number, isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < patienceMs) {
    if (await isSo()) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Not within ${patienceMs} ms: ${what}.`);
}
