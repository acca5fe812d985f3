import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { type DatabaseClient, openClient, withClient } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import { databaseAt, withSql } from "./sql";

export type TestDatabase = {
  readonly url: string;
  readonly client: PrismaClient;
  /** Runs the work in a transaction that is always undone; the code under test joins it. */
  rolledBack<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs the work on this database for real: for races, and for what only a commit shows. */
  committed<T>(work: () => Promise<T>): Promise<T>;
  /** Starts both at once, each on a connection of its own, and waits for both. */
  race<A, B>(
    first: () => Promise<A>,
    second: () => Promise<B>,
  ): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]>;
};

class Undo extends Error {}

async function undone<T>(client: PrismaClient, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await client
    .$transaction(
      async (transaction) => {
        result = { value: await withClient(transaction as DatabaseClient, () => work(transaction)) };
        throw new Undo();
      },
      { timeout: 30_000 },
    )
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!result) throw new Error("The work did not finish.");
  return result.value;
}

/**
 * A database of its own for one test file, copied from the migrated one or from the one with the public record.
 * Call it at the top of the file; it is made before the first test and dropped after the last.
 */
export function testDatabase(kind: "empty" | "record" = "empty"): TestDatabase {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const cluster = inject("clusterUrl");
  const url = databaseAt(cluster, name);
  const clients: PrismaClient[] = [];
  const open = () => {
    const client = openClient(url, 2);
    clients.push(client);
    return client;
  };
  let main: PrismaClient | undefined;
  let rivals: [PrismaClient, PrismaClient] | undefined;
  const client = () => {
    main ??= open();
    return main;
  };

  beforeAll(() =>
    withSql(cluster, (sql) => sql.query(`CREATE DATABASE ${name} TEMPLATE ${inject("databases")[kind]}`)),
  );
  afterAll(async () => {
    await Promise.all(clients.map((one) => one.$disconnect()));
    await withSql(cluster, (sql) => drop(sql, name));
  });

  return {
    url,
    get client() {
      return client();
    },
    rolledBack: (work) => undone(client(), work),
    committed: (work) => withClient(client(), work),
    race: (first, second) => {
      rivals ??= [open(), open()];
      return Promise.allSettled([withClient(rivals[0], first), withClient(rivals[1], second)]);
    },
  };
}

/** Ends whoever is still connected. A vacuum that is under way may not be ended by force: it gives way to a plain drop. */
async function drop(sql: pg.Client, name: string): Promise<void> {
  try {
    await sql.query(`DROP DATABASE ${name} WITH (FORCE)`);
  } catch (problem) {
    if ((problem as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw problem;
    await sql.query(`DROP DATABASE ${name}`);
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";
