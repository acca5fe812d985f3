import { expect, inject, test } from "vitest";
import { diffToSchema } from "@/prisma/diff";
import { applyMigrations } from "@/prisma/migrate";
import { databaseAt, withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const database = testDatabase();

test("the migrations lead to exactly the data model", async () => {
  expect(await diffToSchema(database.url, "database")).toBe("");
  expect(await diffToSchema(inject("clusterUrl"), "migrations")).toBe("");
});

test("a change of the database that no migration made is seen", async () => {
  await withSql(database.url, (sql) => sql.query("CREATE TABLE stray (id int PRIMARY KEY)"));
  expect(await diffToSchema(database.url, "database")).toContain('DROP TABLE "stray"');
  await withSql(database.url, (sql) => sql.query("DROP TABLE stray"));
});

test("migrations are recorded as Prisma records them and applied once", async () => {
  expect(await applyMigrations(database.url)).toEqual([]);
  const { rows } = await withSql(database.url, (sql) =>
    sql.query("SELECT migration_name, finished_at, applied_steps_count, checksum FROM _prisma_migrations ORDER BY 1"),
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row.finished_at).toBeInstanceOf(Date);
    expect(row.applied_steps_count).toBe(1);
    expect(row.checksum).toMatch(/^[0-9a-f]{64}$/);
  }
});

test("comparing never touches the database that is compared with", async () => {
  const before = await withSql(databaseAt(inject("clusterUrl"), "turnout"), (sql) =>
    sql.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"),
  );
  expect(before.rows[0].count).toBe("0");
});
