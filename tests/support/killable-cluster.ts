import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Cluster, type ClusterPlace, startCluster } from "@/lib/server/launch/cluster";
import { freePort } from "@/lib/server/launch/free-port";
import { databaseName, databaseRole, initialiseCluster } from "@/lib/server/launch/initialise-cluster";
import { reachableBinaries } from "@/lib/server/launch/reachable-binaries";
import { databaseUser } from "@/lib/server/launch/system-user";

export type KillableCluster = {
  url: string;
  /** SIGKILL to the server, as when the machine runs out of memory: nothing is closed, nothing is said. */
  kill(): Promise<void>;
  /** Ends it in order, keeping its files, so that `start` can bring it back. */
  halt(): Promise<void>;
  /** Starts it again on the same files and port; it recovers by itself. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
};

const password = "loopback-only";
const restartTries = 50;

/** A killed server's children may hold its shared memory for a moment; until then a new one refuses to start. */
async function startWhenLetGo(place: ClusterPlace, port: number): Promise<Cluster> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await startCluster(place, port, true);
    } catch (problem) {
      if (tried === restartTries) throw problem;
      await wait(100);
    }
  }
}

/** A real PostgreSQL in a temporary folder that can be killed and brought back; it knows when each commit was. */
export async function startKillableCluster(): Promise<KillableCluster> {
  const home = mkdtempSync(path.join(tmpdir(), "turnout-killable-"));
  const user = databaseUser();
  if (user) chmodSync(home, 0o711);
  const place = { binaries: reachableBinaries(user), folder: path.join(home, "data"), user };
  initialiseCluster(place, password);
  appendFileSync(path.join(place.folder, "postgresql.conf"), "track_commit_timestamp = on\n");
  const port = await freePort();
  let cluster: Cluster | null = await startCluster(place, port, true);
  const halt = async () => {
    await cluster?.stop();
    cluster = null;
  };
  return {
    url: `postgresql://${databaseRole}:${password}@127.0.0.1:${port}/${databaseName}`,
    async kill() {
      const pid = Number(readFileSync(path.join(place.folder, "postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, "SIGKILL");
      await cluster?.ended;
      cluster = null;
    },
    halt,
    async start() {
      cluster ??= await startWhenLetGo(place, port);
    },
    async stop() {
      await halt();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
