import { expect, test } from "vitest";
import { isDatabaseDown } from "@/lib/server/database-down";
import { openClient, withClient } from "@/lib/server/db";
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
