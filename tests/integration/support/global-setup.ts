import type { TestProject } from "vitest/node";
import { openClient } from "@/lib/server/db";
import { startThrowAwayCluster } from "@/lib/server/launch/throw-away-cluster";
import { applyMigrations } from "@/prisma/migrate";
import { loadPublicRecord } from "@/prisma/seed/load";
import { databaseAt, withSql } from "./sql";

declare module "vitest" {
  export interface ProvidedContext {
    clusterUrl: string;
    databases: { empty: string; record: string };
  }
}

/** One PostgreSQL for the whole run: an empty migrated database and one with the public record, both only copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowAwayCluster();
  const databases = { empty: "turnout_empty", record: "turnout_record" };
  await withSql(cluster.url, (sql) => sql.query(`CREATE DATABASE ${databases.empty}`));
  await applyMigrations(databaseAt(cluster.url, databases.empty));
  await withSql(cluster.url, (sql) => sql.query(`CREATE DATABASE ${databases.record} TEMPLATE ${databases.empty}`));
  await loadRecord(databaseAt(cluster.url, databases.record));
  project.provide("clusterUrl", cluster.url);
  project.provide("databases", databases);
  return () => cluster.stop();
}

async function loadRecord(url: string): Promise<void> {
  const client = openClient(url, 4);
  try {
    await loadPublicRecord(client);
  } finally {
    await client.$disconnect();
  }
}
