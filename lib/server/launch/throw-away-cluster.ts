import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startCluster } from "./cluster";
import { freePort } from "./free-port";
import { databaseName, databaseRole, initialiseCluster } from "./initialise-cluster";
import { reachableBinaries } from "./reachable-binaries";
import { databaseUser } from "./system-user";

export type ThrowAwayCluster = { url: string; stop(): Promise<void> };

/** A real PostgreSQL in a temporary folder, for tests and for comparing schemas; gone when stopped. */
export async function startThrowAwayCluster(): Promise<ThrowAwayCluster> {
  const home = mkdtempSync(path.join(tmpdir(), "turnout-postgres-"));
  const user = databaseUser();
  if (user) chmodSync(home, 0o711);
  const place = { binaries: reachableBinaries(user), folder: path.join(home, "data"), user };
  const password = "loopback-only";
  initialiseCluster(place, password);
  const port = await freePort();
  const cluster = await startCluster(place, port, true);
  return {
    url: `postgresql://${databaseRole}:${password}@127.0.0.1:${port}/${databaseName}`,
    async stop() {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
