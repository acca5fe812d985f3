import { env, provideSettings } from "@/lib/env";
import { listAdministrators } from "@/lib/features/accounts/data/restoration";
import { offerRestoration, type RestorationOffered } from "@/lib/features/accounts/mutations/restore-administrator";
import { closeClient } from "@/lib/server/db";
import { openOrJoinDatabase } from "@/lib/server/launch/database";
import { isEntry } from "@/lib/server/launch/entry";
import { LaunchProblem } from "@/lib/server/launch/launch-problem";
import { launch } from "@/lib/server/launch/lifecycle";
import { fillDatabase } from "@/lib/server/launch/prepare-database";
import { keptAuthSecret, loadSettingsFile } from "@/lib/server/launch/settings-files";

const refusals = {
  unknown: "There is no account with this pseudonym.",
  role: "This account does not administer: an administrator can help it, under “People”.",
  suspended: "This account is suspended: another administrator can restore it, under “People”.",
} as const;

/** What is said at the machine: the address once and nowhere else, or why there is none. */
export function sentenceOf(offered: RestorationOffered, handle: string, publicUrl: string): string {
  if (!offered.ok) return refusals[offered.because];
  return [
    `${handle} gets back in, once and within a day, at:`,
    `  ${publicUrl}/en/restore/${offered.token}`,
    `Sessions ended: ${offered.endedSessions}. The address asks for a new passphrase and takes away app, passkeys and recovery codes;`,
    "a new second step is set up right after it. Until it is used, what the account had goes on working.",
  ].join("\n");
}

/** The one that is meant: the argument, else the only administrator there is. */
export function whoIsMeant(asked: string | undefined, administrators: readonly string[]): string {
  const [only, ...others] = administrators;
  if (asked !== undefined) return asked;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) throw new LaunchProblem("Nobody administers this Turnout yet: its start prints an address.");
  throw new LaunchProblem(
    `Say who, as in: npm run admin:restore -- "${only}". There are: ${administrators.join(", ")}.`,
  );
}

if (isEntry(import.meta.url)) {
  await launch(async (life) => {
    loadSettingsFile();
    const settings = env();
    const { database, joined } = await openOrJoinDatabase(settings);
    life.onStop(() => database.stop());
    await database.usable;
    provideSettings({ databaseUrl: database.url, authSecret: keptAuthSecret(settings) });
    if (!joined) await fillDatabase(database.url);
    const handle = whoIsMeant(process.argv[2], await listAdministrators());
    const offered = await offerRestoration(handle);
    await closeClient();
    console.log(sentenceOf(offered, handle, settings.publicUrl));
    process.exit(offered.ok ? 0 : 1);
  });
}
