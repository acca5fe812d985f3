import pg from "pg";
import type { Env } from "@/lib/env";
import { openDataFolder } from "./data-folder";
import { DataFolderTaken } from "./data-folder-lock";
import { type Database, DatabaseSilent, runningAddress, startEmbeddedDatabase } from "./embedded-database";
import { LaunchProblem } from "./launch-problem";

const oldestServer = 180_000;
const answerMs = 5000;

/** A server that starts, stops or has no connection left says so with one of these codes. */
const notYet = /^(57P0\d|53\d\d\d)$/;
const refusal = /^[0-9A-Z]{5}$/;

function explain(error: NodeJS.ErrnoException, url: URL): LaunchProblem {
  const where = `${url.hostname}:${url.port || "5432"}`;
  const code = error.code ?? "";
  if (code === "28P01" || code === "28000")
    return new LaunchProblem(`The server at ${where} refuses the user or password in DATABASE_URL.`);
  if (code === "3D000")
    return new LaunchProblem(
      `The database "${url.pathname.slice(1)}" is not there at ${where}: make it, or correct DATABASE_URL.`,
    );
  if (refusal.test(code) && !notYet.test(code))
    return new LaunchProblem(
      `The server at ${where} refuses with ${code}: look into its log, or correct DATABASE_URL.`,
    );
  return new DatabaseSilent(`No PostgreSQL answers at ${where}: start it, or correct DATABASE_URL.`);
}

/** Throws a `DatabaseSilent` when nothing answers there, another `LaunchProblem` when it cannot be used. */
export async function checkOwnServer(databaseUrl: string): Promise<void> {
  const limits = { connectionTimeoutMillis: answerMs, query_timeout: answerMs };
  const client = new pg.Client({ connectionString: databaseUrl, ...limits });
  // A connection cut while nothing is asked must not end the process.
  client.on("error", () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    version = rows[0].version;
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, new URL(databaseUrl));
  } finally {
    await client.end().catch(() => undefined);
  }
  if (version < oldestServer) {
    throw new LaunchProblem("The server in DATABASE_URL is older than PostgreSQL 18: use 18 or newer.");
  }
}

/**
 * The database Turnout runs on: the operator's own when DATABASE_URL is set, else the embedded one. Throws at once what
 * the operator has to put right about the data folder; of everything else `usable` tells.
 */
export async function openDatabase({ dataDir, databaseUrl }: Pick<Env, "dataDir" | "databaseUrl">): Promise<Database> {
  openDataFolder(dataDir);
  if (!databaseUrl) return startEmbeddedDatabase(dataDir);
  const usable = checkOwnServer(databaseUrl);
  // Looked at when somebody comes to it.
  usable.catch(() => undefined);
  return { url: databaseUrl, usable, stop: async () => undefined };
}

/** The same, or the database of a Turnout that runs on this data folder: `joined`, and left running. */
export async function openOrJoinDatabase(settings: Pick<Env, "dataDir" | "databaseUrl">): Promise<{
  database: Database;
  joined: boolean;
}> {
  try {
    return { database: await openDatabase(settings), joined: false };
  } catch (problem) {
    if (!(problem instanceof DataFolderTaken)) throw problem;
    const url = runningAddress(settings.dataDir);
    return { database: { url, usable: checkOwnServer(url), stop: async () => undefined }, joined: true };
  }
}
