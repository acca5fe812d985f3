import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startCluster } from "./cluster";
import { freePort } from "./free-port";
import { databaseName, databaseRole, initialiseCluster } from "./initialise-cluster";
import { clearLeftOverServer } from "./left-over-server";
import { reachableBinaries } from "./reachable-binaries";
import { databaseUser } from "./system-user";

export type ThrowAwayCluster = {
  url: string;
  /** Where it keeps everything, what it is about to write and what nobody sees any more too. */
  folder: string;
  /** Ends the server as `kill -9` or a power cut does. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and with what was written before. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

function serverProcess(folder: string): number {
  return Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
}

/** A real PostgreSQL in a temporary folder, for tests and for comparing schemas; gone when stopped. */
export async function startThrowAwayCluster(): Promise<ThrowAwayCluster> {
  const home = mkdtempSync(path.join(tmpdir(), "turnout-postgres-"));
  const user = databaseUser();
  if (user) chmodSync(home, 0o711);
  const place = { binaries: reachableBinaries(user), folder: path.join(home, "data"), user };
  const password = "loopback-only";
  initialiseCluster(place, password);
  const port = await freePort();
  let cluster = await startCluster(place, port, true);
  return {
    url: `postgresql://${databaseRole}:${password}@127.0.0.1:${port}/${databaseName}`,
    folder: place.folder,
    async kill() {
      process.kill(serverProcess(place.folder), "SIGKILL");
      await cluster.ended;
    },
    async restart() {
      await clearLeftOverServer(place.folder);
      cluster = await startCluster(place, port, true);
    },
    async stop() {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
