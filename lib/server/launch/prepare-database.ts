import { type Env, provideSettings } from "@/lib/env";
import { firstAdministratorLink } from "@/lib/features/accounts/mutations";
import { db } from "@/lib/server/db";
import { applyMigrations } from "@/prisma/migrate";
import { loadPublicRecord } from "@/prisma/seed/load";
import { readRecordFiles, waveFolders } from "@/prisma/seed/record-files";
import { openDatabase } from "./database";
import type { Lifecycle } from "./lifecycle";
import { keptAuthSecret } from "./settings-files";

/** The database open, up to date and filled, and its address known to the code that is about to run. */
export async function prepareDatabase(life: Lifecycle, settings: Env): Promise<void> {
  const database = await openDatabase(settings);
  let stopping = false;
  life.onStop(() => {
    stopping = true;
    return database.stop();
  });
  database.ended.then(() => {
    if (!stopping) life.fail("The database has ended by itself, so Turnout stops too: start it again.");
  });
  provideSettings({ databaseUrl: database.url, authSecret: keptAuthSecret(settings) });
  const applied = await applyMigrations(database.url);
  if (applied.length > 0) console.log(`Database brought up to date: ${applied.join(", ")}.`);
  for (const folder of waveFolders()) await loadWave(folder);
}

async function loadWave(folder: URL): Promise<void> {
  const files = readRecordFiles(folder);
  const { inserted, revised, kept } = await loadPublicRecord(db(), files);
  const { code } = files.wave;
  if (inserted + revised > 0) console.log(`Public record ${code} loaded: ${inserted} new, ${revised} revised.`);
  if (kept.length > 0) console.log(`Left as edited here: ${kept.join(", ")}.`);
}

/** Printed at every start for as long as nobody administers this Turnout. */
export async function firstAdministratorNotice(): Promise<string | undefined> {
  const link = await firstAdministratorLink();
  return link ? `Nobody administers this Turnout yet. Become its first administrator, once, at:\n  ${link}` : undefined;
}
