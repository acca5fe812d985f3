import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";

/** What a query can run on: the database, or a transaction in progress. */
export type DatabaseClient = PrismaClient | Prisma.TransactionClient;

/** A database that is gone must show within seconds, not after the pile-up of every request that waits for it. */
const connectTimeoutMs = 2000;
const idleInTransactionMs = 15_000;
/** The server gives up first; this is for a server that does not even say so. */
const silenceMs = 1000;

/** How long one statement, and within it the wait for a lock, may take. */
export type Patience = { statementMs: number; lockMs: number };

/** Somebody sits before the page: told that it does not work, one can try again, with what was typed kept. */
const patienceOfPeople: Patience = { statementMs: 5000, lockMs: 3000 };
/** For loading whole records, also behind another instance that is loading the same. */
export const patienceOfLoading: Patience = { statementMs: 60_000, lockMs: 60_000 };

/** Closes itself after an answer that never came, so that the pool hands this connection to nobody any more. */
class DistrustfulClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...question: unknown[]) => unknown;
    const leave = (problem: Error) => {
      if (problem.message === "Query read timeout") void this.end().catch(() => undefined);
    };
    this.query = ((...question: unknown[]) => {
      const answer = ask(...question);
      if (answer instanceof Promise) answer.catch(leave);
      return answer;
    }) as pg.Client["query"];
  }
}

export function openClient(databaseUrl: string, connections: number, patience = patienceOfPeople): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      Client: DistrustfulClient,
      max: connections,
      connectionTimeoutMillis: connectTimeoutMs,
      idleTimeoutMillis: 30_000,
      statement_timeout: patience.statementMs,
      lock_timeout: patience.lockMs,
      query_timeout: patience.statementMs + silenceMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
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
