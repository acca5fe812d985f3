import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ClusterPlace, startCluster } from "./cluster";
import { keptText, ownerOf } from "./data-folder";
import { lockDataFolder } from "./data-folder-lock";
import { freePort } from "./free-port";
import { databaseName, databaseRole, initialiseCluster } from "./initialise-cluster";
import { keepClusterRunning } from "./keep-cluster-running";
import { LaunchProblem } from "./launch-problem";
import { clearLeftOverServer } from "./left-over-server";
import { postgresMajor } from "./postgres-binaries";
import { reachableBinaries, rootHome } from "./reachable-binaries";
import { canReach, databaseUser, type SystemUser } from "./system-user";

export type Database = { url: string; stop(): Promise<void> };

/** DATA_DIR/postgres; for root with a closed DATA_DIR (in /root, say) a folder of its own under /var/lib. */
function clusterFolder(dataDir: string, user: SystemUser | undefined): string {
  const usual = path.join(dataDir, "postgres");
  if (existsSync(path.join(usual, "PG_VERSION")) || canReach(user, dataDir)) return usual;
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  mkdirSync(path.join(rootHome, name), { recursive: true });
  chmodSync(rootHome, 0o711);
  return path.join(rootHome, name, "postgres");
}

/** Root starts the server as whoever owns the files, so a folder begun by an ordinary user stays usable. */
function serverUser(dataDir: string): SystemUser | undefined {
  const user = databaseUser();
  const owner = user && ownerOf(path.join(dataDir, "postgres"));
  return owner && owner.uid !== 0 ? owner : user;
}

function refuseForeignFolder({ folder }: ClusterPlace): void {
  let version: string;
  try {
    version = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && !existsSync(folder)) return;
    throw new LaunchProblem(
      `${folder} is not a database this user can open: start Turnout as the user who made it, or set DATA_DIR to another folder.`,
    );
  }
  if (version === postgresMajor) return;
  throw new LaunchProblem(
    `${folder} was written by PostgreSQL ${version} and this Turnout runs PostgreSQL ${postgresMajor}: move the data over with pg_dump and pg_restore, or set DATA_DIR to another folder.`,
  );
}

/** The same port as last time when it is free, so that a note of the address stays right. */
async function keptPort(dataDir: string): Promise<number> {
  const file = path.join(dataDir, "postgres-port");
  const wanted = Number(keptText(dataDir, "postgres-port", () => "0"));
  const port = await freePort(wanted);
  if (port !== wanted) writeFileSync(file, String(port), { mode: 0o600 });
  return port;
}

async function startIn(dataDir: string): Promise<Database> {
  const user = serverUser(dataDir);
  const place = { binaries: reachableBinaries(user), folder: clusterFolder(dataDir, user), user };
  const password = keptText(dataDir, "postgres-password", () => randomBytes(24).toString("hex"));
  refuseForeignFolder(place);
  if (!existsSync(place.folder)) initialiseCluster(place, password);
  await clearLeftOverServer(place.folder);
  const port = await keptPort(dataDir);
  const cluster = keepClusterRunning(await startCluster(place, port), async () => {
    await clearLeftOverServer(place.folder);
    return startCluster(place, port);
  });
  const url = `postgresql://${databaseRole}:${password}@127.0.0.1:${port}/${databaseName}`;
  return { url, stop: cluster.stop };
}

/** PostgreSQL from npm on DATA_DIR, for this process alone; started again when it ends by itself. */
export async function startEmbeddedDatabase(dataDir: string): Promise<Database> {
  const unlock = await lockDataFolder(dataDir);
  try {
    const { url, stop } = await startIn(dataDir);
    return { url, stop: () => stop().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
