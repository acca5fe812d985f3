import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Cluster, startCluster } from "./cluster";
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

export type Database = {
  url: string;
  /** Settles when it can be used, fails when it cannot; where it can be started, that is tried again all the same. */
  usable: Promise<void>;
  stop(): Promise<void>;
};

/** Nothing answers at DATABASE_URL, or the embedded server does not start: time may cure it, not so a wrong password. */
export class DatabaseSilent extends LaunchProblem {}

/** How long a server left over by the last run may hold its port before another one is taken. */
const leftOverPatienceMs = 5000;

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

function notToBeOpened(folder: string): LaunchProblem {
  return new LaunchProblem(
    `${folder} is not a database this user can open: start Turnout as the user who made it, or set DATA_DIR to another folder.`,
  );
}

/** What only the operator can put right. A folder that is damaged is found out by starting on it. */
function refuseForeignFolder(folder: string): void {
  let version: string;
  try {
    version = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw notToBeOpened(folder);
  }
  if (version === postgresMajor || !/^\d/.test(version)) return;
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

type Site = { folder: string; user: SystemUser | undefined; password: string; port: number };

/** Everything of the server but the server itself. */
async function findSite(dataDir: string): Promise<Site> {
  const user = serverUser(dataDir);
  const folder = clusterFolder(dataDir, user);
  refuseForeignFolder(folder);
  const password = keptText(dataDir, "postgres-password", () => randomBytes(24).toString("hex"));
  const isLetGo = clearLeftOverServer(folder).catch(() => undefined);
  await Promise.race([isLetGo, wait(leftOverPatienceMs, undefined, { ref: false })]);
  return { folder, user, password, port: await keptPort(dataDir) };
}

function asSilent(problem: unknown): DatabaseSilent {
  const said = (problem as Error).message.replace(/\.?$/, ".");
  return new DatabaseSilent(problem instanceof LaunchProblem ? said : `PostgreSQL could not be started: ${said}`);
}

async function startOn({ folder, user, password, port }: Site, stop: AbortSignal): Promise<Cluster> {
  try {
    const place = { binaries: reachableBinaries(user), folder, user };
    if (!existsSync(folder)) initialiseCluster(place, password);
    if (!existsSync(path.join(folder, "PG_VERSION"))) throw notToBeOpened(folder);
    await clearLeftOverServer(folder);
    return await startCluster(place, port, false, stop);
  } catch (problem) {
    throw asSilent(problem);
  }
}

function addressOf(password: string, port: number): string {
  return `postgresql://${databaseRole}:${password}@127.0.0.1:${port}/${databaseName}`;
}

/** Where the embedded server of a Turnout that runs on DATA_DIR listens, as its folder has it. */
export function runningAddress(dataDir: string): string {
  const missing = () => {
    throw new LaunchProblem(`Turnout runs on ${dataDir} and has no database yet: try again when it has started.`);
  };
  return addressOf(
    keptText(dataDir, "postgres-password", missing),
    Number(keptText(dataDir, "postgres-port", missing)),
  );
}

/** PostgreSQL from npm on DATA_DIR, for this process alone; started again when it does not start or ends by itself. */
export async function startEmbeddedDatabase(dataDir: string): Promise<Database> {
  const unlock = await lockDataFolder(dataDir);
  try {
    const site = await findSite(dataDir);
    const { firstTry, stop } = keepClusterRunning((signal) => startOn(site, signal));
    const url = addressOf(site.password, site.port);
    return { url, usable: firstTry, stop: () => stop().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
