import pg from "pg";
import type { Env } from "@/lib/env";
import { openDataFolder } from "./data-folder";
import { type Database, startEmbeddedDatabase } from "./embedded-database";
import { LaunchProblem } from "./launch-problem";

const oldestServer = 180_000;

function explain(error: NodeJS.ErrnoException, url: URL): string {
  const where = `${url.hostname}:${url.port || "5432"}`;
  if (error.code === "28P01" || error.code === "28000")
    return `The server at ${where} refuses the user or password in DATABASE_URL.`;
  if (error.code === "3D000")
    return `The database "${url.pathname.slice(1)}" is not there at ${where}: make it, or correct DATABASE_URL.`;
  return `No PostgreSQL answers at ${where}: start it, or correct DATABASE_URL.`;
}

async function checkOwnServer(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    throw new LaunchProblem(explain(error as NodeJS.ErrnoException, new URL(databaseUrl)));
  }
  const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
  await client.end();
  if (rows[0].version < oldestServer) {
    throw new LaunchProblem("The server in DATABASE_URL is older than PostgreSQL 18: use 18 or newer.");
  }
}

/** The database Turnout runs on: the operator's own when DATABASE_URL is set, else the embedded one. */
export async function openDatabase({ dataDir, databaseUrl }: Pick<Env, "dataDir" | "databaseUrl">): Promise<Database> {
  openDataFolder(dataDir);
  if (!databaseUrl) return startEmbeddedDatabase(dataDir);
  await checkOwnServer(databaseUrl);
  return { url: databaseUrl, ended: new Promise(() => undefined), stop: async () => undefined };
}
