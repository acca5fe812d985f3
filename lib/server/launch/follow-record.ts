import path from "node:path";
import { type Env, env } from "@/lib/env";
import { isWhole, readEdition, readVersion } from "@/lib/features/waves/data";
import { isDatabaseDown } from "@/lib/server/database-down";
import { onEditionNews } from "@/lib/server/published/edition";
import { editionFolder, type KeptEdition } from "@/lib/server/published/edition-file";
import { followPublications } from "@/lib/server/published/follower";
import { keepShelfIn } from "@/lib/server/published/shelf-in-use";
import { openDataFolder } from "./data-folder";
import { checkOwnServer } from "./database";
import { DatabaseSilent } from "./embedded-database";
import { LaunchProblem } from "./launch-problem";
import type { Lifecycle } from "./lifecycle";
import { fillDatabase, prepareDatabase, provideDatabase } from "./prepare-database";

/** A locked or recovering database holds up a start only this long when there is something to show meanwhile. */
const patienceMs = 15_000;

/**
 * The record as readers are shown it, followed from now on. When nothing answers at DATABASE_URL, the embedded server
 * does not start, or either not in time, from the edition kept on disk, if there is one; the database is then prepared
 * as soon as it answers.
 */
export async function followRecord(life: Lifecycle, settings: Env): Promise<void> {
  // Before anything is kept in it: a folder made only for the record would be closed to the database's own user.
  openDataFolder(settings.dataDir);
  const folder = path.join(settings.dataDir, "published");
  keepShelfIn(folder);
  const prepare = await prepareNowOrLater(life, settings, folder);
  const { databaseUrl = "" } = env();
  const source = { readVersion, readEdition, isWhole };
  const following = await followPublications({ databaseUrl, source, folder, ...(prepare ? { prepare } : {}) });
  life.onStop(() => following.stop());
}

type Prepare = () => Promise<void>;

async function prepareNowOrLater(life: Lifecycle, settings: Env, folder: string): Promise<Prepare | undefined> {
  const kept = await editionFolder(folder).read();
  if (kept === null) {
    await prepareDatabase(life, settings);
    return undefined;
  }
  const { url, usable } = await provideDatabase(life, settings);
  let reason = "The database is still starting.";
  const filling = usable.then(() => {
    reason = "The database answers, but is locked or very slow.";
    return fillDatabase(url);
  });
  try {
    if (await isDoneWithin(filling, patienceMs)) return undefined;
    sayAway(reason, kept);
    return prepareLater(filling);
  } catch (problem) {
    if (!(problem instanceof DatabaseSilent) && !isDatabaseDown(problem)) throw problem;
    sayAway(problem instanceof DatabaseSilent ? problem.message : "The database stopped answering.", kept);
    return prepareLater();
  }
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
function prepareLater(underWay?: Promise<void>): Prepare {
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
    const begun = first;
    first = undefined;
    try {
      await (begun ?? prepare());
    } catch (problem) {
      // That nothing answers was said before, unless a start that was under way ended in it.
      const isNews = begun !== undefined || !(problem instanceof DatabaseSilent);
      if (problem instanceof LaunchProblem && isNews && problem.message !== said) {
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
