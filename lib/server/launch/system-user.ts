import { execFileSync, spawnSync } from "node:child_process";
import { LaunchProblem } from "./launch-problem";

export type SystemUser = { uid: number; gid: number };

const userName = "postgres";

function lookUp(): SystemUser | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, userName], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** PostgreSQL refuses to run as root: the ordinary user it runs as then, made when missing. Undefined when not root. */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp();
  if (existing) return existing;
  spawnSync("groupadd", ["--system", userName], { stdio: "ignore" });
  spawnSync("useradd", ["--system", "--no-create-home", "-g", userName, userName], { stdio: "ignore" });
  const made = lookUp();
  if (made) return made;
  throw new LaunchProblem(
    `PostgreSQL does not run as root and the system user "${userName}" could not be made: start Turnout as an ordinary user, make that user yourself, or set DATABASE_URL.`,
  );
}

/** Whether that user can reach a path, asked of the system itself because every folder above counts. */
export function canReach(user: SystemUser | undefined, target: string): boolean {
  if (!user) return true;
  try {
    execFileSync("test", ["-x", target], { ...user, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
