import path from "node:path";
import { type Env, env, provideSettings } from "@/lib/env";
import { readEdition, readVersion } from "@/lib/features/waves/data";
import { isDatabaseDown } from "@/lib/server/database-down";
import { onEditionNews } from "@/lib/server/published/edition";
import { type KeptEdition, readKeptEdition } from "@/lib/server/published/edition-file";
import { followPublications } from "@/lib/server/published/follower";
import { checkOwnServer, DatabaseSilent } from "./database";
import { LaunchProblem } from "./launch-problem";
import type { Lifecycle } from "./lifecycle";
import { fillDatabase, prepareDatabase, provideDatabase } from "./prepare-database";
import { keptAuthSecret } from "./settings-files";

/** A locked database holds up a start only this long when there is something to show meanwhile. */
const patienceMs = 15_000;

/**
 * The record as readers are shown it, followed from now on. When nothing answers at DATABASE_URL, or not in
 * time, from the edition kept on disk, if there is one; the database is then prepared as soon as it answers.
 */
export async function followRecord(life: Lifecycle, settings: Env): Promise<void> {
  const folder = path.join(settings.dataDir, "published");
  const prepare = await prepareNowOrLater(life, settings, folder);
  const { databaseUrl = "" } = env();
  const source = { readVersion, readEdition };
  const following = await followPublications({ databaseUrl, source, folder, ...(prepare ? { prepare } : {}) });
  life.onStop(() => following.stop());
}

type Prepare = () => Promise<void>;

async function prepareNowOrLater(life: Lifecycle, settings: Env, folder: string): Promise<Prepare | undefined> {
  const kept = await readKeptEdition(folder);
  if (kept === null) {
    await prepareDatabase(life, settings);
    return undefined;
  }
  let filling: Promise<void> | undefined;
  try {
    filling = fillDatabase(await provideDatabase(life, settings));
    if (await isDoneWithin(filling, patienceMs)) return undefined;
    sayAway("The database answers, but is locked or very slow.", kept);
  } catch (problem) {
    if (!(problem instanceof DatabaseSilent) && !isDatabaseDown(problem)) throw problem;
    const { databaseUrl } = settings;
    if (databaseUrl) provideSettings({ databaseUrl, authSecret: keptAuthSecret(settings) });
    filling = undefined;
    sayAway(problem instanceof DatabaseSilent ? problem.message : "The database stopped answering.", kept);
  }
  return prepareLater(filling);
}

async function isDoneWithin(work: Promise<void>, ms: number): Promise<boolean> {
  const giveUp = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => giveUp.resolve(false), ms);
  return Promise.race([work.then(() => true), giveUp.promise]).finally(() => clearTimeout(timer));
}

function sayAway(reason: string, { confirmedAt }: KeptEdition): void {
  const asOf = new Date(confirmedAt).toISOString().slice(0, 16).replace("T", " ");
  console.log(`${reason} Until it does its work, readers see the record as of ${asOf} UTC and nobody can sign in.`);
  sayWhenBack();
}

/** Tried until it succeeds once, beginning with what is under way; what the operator has to correct is said once. */
function prepareLater(underWay: Promise<void> | undefined): Prepare {
  let said = "";
  let first = underWay;
  // Looked at when the first round comes to it.
  first?.catch(() => undefined);
  const prepare = async () => {
    const { databaseUrl = "" } = env();
    await checkOwnServer(databaseUrl);
    await fillDatabase(databaseUrl);
  };
  return async () => {
    try {
      const begun = first;
      first = undefined;
      await (begun ?? prepare());
    } catch (problem) {
      if (problem instanceof LaunchProblem && !(problem instanceof DatabaseSilent) && problem.message !== said) {
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
