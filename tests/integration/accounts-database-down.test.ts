import { expect, test } from "vitest";
import { isDatabaseDown } from "@/lib/server/database-down";
import { type DatabaseClient, openClient, withClient } from "@/lib/server/db";
import { freePort } from "@/lib/server/launch/free-port";
import { findLiveSession } from "@/lib/server/sessions";
import { inTransaction } from "@/lib/server/transaction";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const database = testDatabase();

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => {
      throw new Error("It did not fail.");
    },
    (error: unknown) => error,
  );
}

test("a database that does not listen is down, whether it is read or written", async () => {
  const client = openClient(`postgresql://nobody:nothing@127.0.0.1:${await freePort()}/none`, 1);
  const read = await failureOf(() => withClient(client, () => findLiveSession("some id")));
  const written = await failureOf(() => withClient(client, () => inTransaction(async () => undefined)));
  await client.$disconnect();
  expect([isDatabaseDown(read), isDatabaseDown(written)]).toEqual([true, true]);
});

test("a connection that is cut in the middle of a write means down as well", async () => {
  const cut = await failureOf(() =>
    database.committed(() =>
      inTransaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
        await withSql(database.url, (sql) => sql.query("SELECT pg_terminate_backend($1)", [row?.pid]));
        await tx.$queryRaw`SELECT 1`;
      }),
    ),
  );
  expect(isDatabaseDown(cut)).toBe(true);
});

test("a rule of the database that says no is not a database that is down", async () => {
  const refused = await failureOf(() =>
    database.committed(() =>
      database.client.user.create({ data: { handle: "x", handleKey: "x", passphraseHash: "plain", role: "admin" } }),
    ),
  );
  expect(isDatabaseDown(refused)).toBe(false);
  expect(isDatabaseDown(new Error("anything"))).toBe(false);
});

/** While somebody else holds these tables for himself alone. */
async function whileLocked<T>(tables: string, work: () => Promise<T>): Promise<T> {
  return withSql(database.url, async (sql) => {
    await sql.query(`BEGIN; LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`);
    return work().finally(() => sql.query("ROLLBACK"));
  });
}

test.each([
  ["a reading", () => findLiveSession("some id")],
  ["a raw reading", () => database.client.$queryRaw`SELECT count(*) FROM sessions`],
  ["a write", () => inTransaction((tx) => tx.session.deleteMany({}))],
  ["a raw write", () => inTransaction((tx) => tx.$executeRaw`DELETE FROM sessions WHERE false`)],
])(
  "a table that is locked means down for %s, and is told before anybody gives up waiting",
  async (_, work) => {
    const told = await whileLocked("sessions", () => failureOf(() => database.committed(work)));
    expect(isDatabaseDown(told)).toBe(true);
  },
  8000,
);

test("a query that takes too long, and a transaction that takes too long, mean down", async () => {
  const slow = await failureOf(() => database.committed(() => database.client.$queryRaw`SELECT pg_sleep(60)::text`));
  expect(isDatabaseDown(slow)).toBe(true);
  const short = await failureOf(() =>
    database.client.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(2)::text`, { timeout: 300 }),
  );
  expect(isDatabaseDown(short)).toBe(true);
});

test.each([
  ["before a write begins", false],
  ["in the middle of a write", true],
])("a server that stops answering %s means down, and its connection is handed to nobody again", async (_, isInside) => {
  const client = openClient(database.url, 1);
  const pidOf = async (of: DatabaseClient) =>
    (await of.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid ?? 0;
  const pid = await pidOf(client);
  const write = () =>
    inTransaction(async (tx) => {
      if (isInside) process.kill(await pidOf(tx), "SIGSTOP");
      return tx.session.count();
    });
  if (!isInside) process.kill(pid, "SIGSTOP");
  try {
    const silent = await failureOf(() => withClient(client, write));
    expect(isDatabaseDown(silent)).toBe(true);
    await expect.poll(() => client.user.count().catch(() => "silent"), { timeout: 15_000 }).toBe(0);
    expect(await pidOf(client)).not.toBe(pid);
  } finally {
    process.kill(pid, "SIGCONT");
    await client.$disconnect();
  }
});
