import path from "node:path";
import { type Env, env, provideSettings } from "@/lib/env";
import { readEdition, readVersion } from "@/lib/features/waves/data";
import { onEditionNews } from "@/lib/server/published/edition";
import { readKeptEdition } from "@/lib/server/published/edition-file";
import { followPublications } from "@/lib/server/published/follower";
import { checkOwnServer, DatabaseSilent } from "./database";
import { LaunchProblem } from "./launch-problem";
import type { Lifecycle } from "./lifecycle";
import { fillDatabase, prepareDatabase } from "./prepare-database";
import { keptAuthSecret } from "./settings-files";

/**
 * The record as readers are shown it, followed from now on. When nothing answers at DATABASE_URL, from the edition
 * kept on disk, if there is one; the database is then prepared as soon as it answers.
 */
export async function followRecord(life: Lifecycle, settings: Env): Promise<void> {
  const folder = path.join(settings.dataDir, "published");
  const prepare = await prepareNowOrLater(life, settings, folder);
  const { databaseUrl = "" } = env();
  const source = { readVersion, readEdition };
  const following = await followPublications({ databaseUrl, source, folder, ...(prepare ? { prepare } : {}) });
  life.onStop(() => following.stop());
}

async function prepareNowOrLater(life: Lifecycle, settings: Env, folder: string) {
  try {
    await prepareDatabase(life, settings);
    return undefined;
  } catch (problem) {
    const { databaseUrl } = settings;
    if (!(problem instanceof DatabaseSilent) || !databaseUrl) throw problem;
    const kept = await readKeptEdition(folder);
    if (kept === null) throw problem;
    provideSettings({ databaseUrl, authSecret: keptAuthSecret(settings) });
    const asOf = new Date(kept.confirmedAt).toISOString().slice(0, 16).replace("T", " ");
    console.log(`${problem.message} Until it does, readers see the record as of ${asOf} UTC; nobody can sign in.`);
    sayWhenBack();
    return prepareLater(databaseUrl);
  }
}

/** Tried until it succeeds once; what the operator has to correct is said once. */
function prepareLater(databaseUrl: string): () => Promise<void> {
  let said = "";
  return async () => {
    try {
      await checkOwnServer(databaseUrl);
      await fillDatabase(databaseUrl);
    } catch (problem) {
      const isNew = problem instanceof LaunchProblem && problem.message !== said;
      if (isNew && !(problem instanceof DatabaseSilent)) {
        said = problem.message;
        console.error(said);
      }
      throw problem;
    }
  };
}

function sayWhenBack(): void {
  const forget = onEditionNews(({ kind }) => {
    if (kind !== "back") return;
    forget();
    console.log("The database answers: readers see the latest record, and people can sign in.");
  });
}

/** Calls `work` every time the database is back until it succeeded once. */
export function onDatabaseBack(work: () => Promise<void>): void {
  const forget = onEditionNews(({ kind }) => {
    if (kind === "back") work().then(forget, () => undefined);
  });
}
