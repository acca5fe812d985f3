import { readMigrations } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Applies what is missing from prisma/migrations and records it in _prisma_migrations, as
 * `prisma migrate deploy` does. Returns the names applied now.
 */
export async function applyMigrations(databaseUrl: string, folder?: string): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  if (migrationsList.migrationDirectories.length === 0) return [];
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return appliedMigrationNames;
  });
}
