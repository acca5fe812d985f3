import { chmodSync, cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { binariesIn, type PostgresBinaries, packagedBinaries, postgresMajor } from "./postgres-binaries";
import { canReach, type SystemUser } from "./system-user";

/** Where root keeps what PostgreSQL's user must reach when the project lies in a closed folder such as /root. */
export const rootHome = "/var/lib/turnout";

/** The packaged server, or a copy of it that the database's user can reach. */
export function reachableBinaries(user: SystemUser | undefined): PostgresBinaries {
  const packaged = packagedBinaries();
  if (canReach(user, packaged.postgres)) return packaged;
  const copy = path.join(rootHome, `postgresql-${postgresMajor}-${process.arch}`);
  if (!existsSync(copy)) {
    mkdirSync(rootHome, { recursive: true });
    chmodSync(rootHome, 0o711);
    const draft = `${copy}.${process.pid}`;
    cpSync(packaged.folder, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  return binariesIn(copy);
}
