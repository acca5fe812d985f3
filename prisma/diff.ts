import { isEntry } from "../lib/server/launch/entry";
import { startThrowAwayCluster } from "../lib/server/launch/throw-away-cluster";
import { readDatamodel, readMigrations, schemaFolder } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * The SQL that leads from all migrations (or from the database itself) to prisma/schema; empty when they agree.
 * CHECK constraints, triggers and partial indexes are written by hand and are not seen by it.
 */
export async function diffToSchema(databaseUrl: string, from: "migrations" | "database"): Promise<string> {
  const files = readDatamodel().map(([path, content]) => ({ path, content }));
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from:
        from === "migrations"
          ? { tag: "migrations", ...readMigrations() }
          : { tag: "schemaDatasource", files, configDir: schemaFolder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return stdout === null || stdout.includes("This is an empty migration") ? "" : stdout;
  });
}

/** `npm run db:diff` compares the migrations; `npm run db:diff -- postgresql://…` compares that database. */
async function printDiff(databaseUrl: string | undefined): Promise<void> {
  if (databaseUrl) {
    console.log(await diffToSchema(databaseUrl, "database"));
    return;
  }
  const shadow = await startThrowAwayCluster();
  try {
    console.log(await diffToSchema(shadow.url, "migrations"));
  } finally {
    await shadow.stop();
  }
}

if (isEntry(import.meta.url)) {
  await printDiff(process.argv[2]).catch((error: Error) => {
    console.error(error.message.trim());
    process.exitCode = 1;
  });
}
