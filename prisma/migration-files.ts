import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm";

const prismaFolder = path.dirname(fileURLToPath(import.meta.url));

export const migrationsFolder = path.join(prismaFolder, "migrations");
export const schemaFolder = path.join(prismaFolder, "schema");

/** Everything in prisma/migrations in the form the schema engine takes. */
export function readMigrations(folder = migrationsFolder): MigrationList {
  const lockfile = path.join(folder, "migration_lock.toml");
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir: folder,
    lockfile: {
      path: "./migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : 'provider = "postgresql"\n',
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** Every .prisma file of the data model as [path, text]. */
export function readDatamodel(folder = schemaFolder): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [path.join(folder, name), readFileSync(path.join(folder, name), "utf8")]);
}
