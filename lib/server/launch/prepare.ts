import { existsSync } from "node:fs";
import { type Env, env, provideSettings } from "@/lib/env";
import { applyMigrations } from "@/prisma/migrate";
import { openDatabase } from "./database";
import { isPortFree } from "./free-port";
import { LaunchProblem } from "./launch-problem";
import type { Lifecycle } from "./lifecycle";
import { inProject } from "./project";
import { keptAuthSecret, loadSettingsFile } from "./settings-files";

/** Settings, and the refusal that costs nothing to find out first. */
export async function readSettings(): Promise<Env> {
  loadSettingsFile();
  const settings = env();
  if (await isPortFree(settings.port, settings.host)) return settings;
  throw portTaken(settings);
}

export function portTaken({ host, port }: Pick<Env, "host" | "port">): LaunchProblem {
  return new LaunchProblem(
    `Port ${port} of ${host} cannot be listened on, most likely because another program uses it: stop that one, or set PORT to another number.`,
  );
}

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
  await loadRecord();
}

async function loadRecord(): Promise<void> {
  const script = inProject("prisma", "seed", "load.ts");
  if (!existsSync(script)) return;
  const [{ loadPublicRecord }, { db }] = await Promise.all([import(script), import("@/lib/server/db")]);
  await loadPublicRecord(db());
}

/** Printed once per start for as long as nobody administers this Turnout. */
export async function firstAdministratorNotice(): Promise<string | undefined> {
  const script = inProject("lib", "features", "accounts", "mutations.ts");
  if (!existsSync(script)) return undefined;
  const { firstAdministratorLink } = await import(script);
  const link: string | null | undefined = await firstAdministratorLink?.();
  return link ? `Nobody administers this Turnout yet. Become its first administrator, once, at:\n  ${link}` : undefined;
}
