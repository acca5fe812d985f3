import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ClusterPlace } from "./cluster";
import { LaunchProblem } from "./launch-problem";
import { postgresEnvironment } from "./postgres-binaries";

export const databaseRole = "turnout";
export const databaseName = "turnout";

/** Only Turnout's own role gets in, with its password, over the loopback; the superuser has no way in at all. */
const accessRules = `host all ${databaseRole} 127.0.0.1/32 scram-sha-256\n`;

/**
 * Made beside its final place and moved there when complete, so that a start cut off half way leaves nothing that
 * looks like a database.
 */
export function initialiseCluster(place: ClusterPlace, password: string): void {
  const draft = { ...place, folder: `${place.folder}.new` };
  rmSync(draft.folder, { recursive: true, force: true });
  mkdirSync(draft.folder, { recursive: true, mode: 0o700 });
  if (place.user) chownSync(draft.folder, place.user.uid, place.user.gid);
  runInitdb(draft);
  runSingleUser(draft, [
    `CREATE ROLE ${databaseRole} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${databaseName} OWNER ${databaseRole}`,
  ]);
  writeFileSync(path.join(draft.folder, "pg_hba.conf"), accessRules);
  renameSync(draft.folder, place.folder);
}

/** The builtin C.UTF-8 sorts the same on every machine, so an index outlives a change of system. */
function runInitdb({ binaries, folder, user }: ClusterPlace): void {
  const flags = ["--auth=reject", "--username=postgres", "--encoding=UTF8", "--no-sync"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  try {
    execFileSync(binaries.initdb, [`--pgdata=${folder}`, ...flags, ...locale], {
      ...user,
      cwd: "/",
      env: postgresEnvironment,
      stdio: ["ignore", "ignore", "pipe"],
    });
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error).trim();
    throw new LaunchProblem(`A database could not be made in ${folder}: ${said.split("\n").join(" / ")}`);
  }
}

/** One statement a line: single-user mode reads each line as a statement of its own. */
function runSingleUser({ binaries, folder, user }: ClusterPlace, statements: string[]): void {
  const result = spawnSync(binaries.postgres, ["--single", "-j", "-D", folder, "postgres"], {
    ...user,
    cwd: "/",
    env: postgresEnvironment,
    input: statements.map((statement) => `${statement};\n\n`).join(""),
    encoding: "utf8",
  });
  if (result.status !== 0 || /ERROR|FATAL/.test(result.stderr)) {
    throw new LaunchProblem(`A database could not be set up in ${folder}: ${result.stderr.trim()}`);
  }
}
