import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { inTransaction } from "@/lib/server/transaction";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const database = testDatabase();

async function countLines(): Promise<number> {
  const { rows } = await withSql(database.url, (sql) => sql.query("SELECT count(*)::int AS lines FROM lines"));
  return rows[0].lines;
}

test("a write joins a test's transaction and is undone with it", async () => {
  await withSql(database.url, (sql) => sql.query("CREATE TABLE IF NOT EXISTS lines (text text)"));
  const seen = await database.rolledBack(async () => {
    await inTransaction((transaction) => transaction.$executeRaw`INSERT INTO lines VALUES ('one')`);
    return db().$queryRaw<unknown[]>`SELECT * FROM lines`;
  });
  expect(seen).toHaveLength(1);
  expect(await countLines()).toBe(0);
});

test("a write that fails leaves nothing, also inside another transaction", async () => {
  await database.rolledBack(async () => {
    const failing = inTransaction(async (transaction) => {
      await transaction.$executeRaw`INSERT INTO lines VALUES ('half')`;
      throw new Error("in the middle");
    });
    await expect(failing).rejects.toThrow("in the middle");
    expect(await db().$queryRaw<unknown[]>`SELECT * FROM lines`).toHaveLength(0);
  });
});

test("two rivals have a connection each", async () => {
  const connection = () => db().$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid FROM pg_sleep(0.1)`;
  const [first, second] = await database.race(connection, connection);
  if (first.status === "rejected" || second.status === "rejected") throw new Error("a rival failed");
  expect(first.value[0]?.pid).not.toBe(second.value[0]?.pid);
});
