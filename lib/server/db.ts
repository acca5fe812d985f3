import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";

/** What a query can run on: the database, or a transaction in progress. */
export type DatabaseClient = PrismaClient | Prisma.TransactionClient;

/** A database that is gone must show within seconds, not after the pile-up of every request that waits for it. */
const connectTimeoutMs = 2000;
const statementTimeoutMs = 15_000;

export function openClient(databaseUrl: string, connections: number): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: connections,
      connectionTimeoutMillis: connectTimeoutMs,
      idleTimeoutMillis: 30_000,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
      keepAlive: true,
      application_name: "turnout",
    },
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
  return new PrismaClient({ adapter });
}

// Next loads this module more than once into one process; the pool must exist once.
const shared = globalThis as { turnoutClient?: PrismaClient };
const replaced = new AsyncLocalStorage<DatabaseClient>();

/** The one client of this process, opened at its first use. */
export function db(): PrismaClient {
  const standIn = replaced.getStore();
  if (standIn) return standIn as PrismaClient;
  if (!shared.turnoutClient) {
    const { databaseUrl, databaseConnections } = env();
    if (!databaseUrl) throw new Error("No database is open: DATABASE_URL is not set.");
    shared.turnoutClient = openClient(databaseUrl, databaseConnections);
  }
  return shared.turnoutClient;
}

/** Everything called from `work` uses this client instead: how a test is rolled back, or given a connection of its own. */
export function withClient<T>(client: DatabaseClient, work: () => Promise<T>): Promise<T> {
  return replaced.run(client, work);
}

export async function closeClient(): Promise<void> {
  await shared.turnoutClient?.$disconnect();
  delete shared.turnoutClient;
}
