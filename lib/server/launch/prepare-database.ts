import { type Env, provideSettings } from "@/lib/env";
import { firstAdministratorLink } from "@/lib/features/accounts/mutations";
import { openClient, patienceOfLoading } from "@/lib/server/db";
import { applyMigrations } from "@/prisma/migrate";
import { loadPublicRecord } from "@/prisma/seed/load";
import { readRecordFiles, waveFolders } from "@/prisma/seed/record-files";
import { openDatabase } from "./database";
import type { Database } from "./embedded-database";
import type { Lifecycle } from "./lifecycle";
import { keptAuthSecret } from "./settings-files";

/** The database open until Turnout stops, usable or not yet, and its address known to the code that is about to run. */
export async function provideDatabase(life: Lifecycle, settings: Env): Promise<Database> {
  const database = await openDatabase(settings);
  life.onStop(() => database.stop());
  provideSettings({ databaseUrl: database.url, authSecret: keptAuthSecret(settings) });
  return database;
}

/** The database usable, up to date and filled. */
export async function prepareDatabase(life: Lifecycle, settings: Env): Promise<void> {
  const { url, usable } = await provideDatabase(life, settings);
  await usable;
  await fillDatabase(url);
}

/** Brings a database that answers up to date and loads what it lacks of the public record. */
export async function fillDatabase(databaseUrl: string): Promise<void> {
  const applied = await applyMigrations(databaseUrl);
  if (applied.length > 0) console.log(`Database brought up to date: ${applied.join(", ")}.`);
  const client = openClient(databaseUrl, 1, patienceOfLoading);
  try {
    for (const folder of waveFolders()) await loadWave(client, folder);
  } finally {
    await client.$disconnect();
  }
}

async function loadWave(client: ReturnType<typeof openClient>, folder: URL): Promise<void> {
  const files = readRecordFiles(folder);
  const { inserted, revised, kept } = await loadPublicRecord(client, files);
  const { code } = files.wave;
  if (inserted + revised > 0) console.log(`Public record ${code} loaded: ${inserted} new, ${revised} revised.`);
  if (kept.length > 0) console.log(`Left as edited here: ${kept.join(", ")}.`);
}

/** Printed at every start for as long as nobody administers this Turnout. */
export async function firstAdministratorNotice(): Promise<string | undefined> {
  const link = await firstAdministratorLink();
  return link ? `Nobody administers this Turnout yet. Become its first administrator, once, at:\n  ${link}` : undefined;
}
