import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { LaunchProblem } from "./launch-problem";

const patienceSeconds = 30;

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function recordedPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

/**
 * After a crash or kill -9 the old server may still be closing, or have left its postmaster.pid. Called with the data
 * folder locked, so nobody else is using it: a live server is waited for, a file whose number now belongs to another
 * program is removed (PostgreSQL itself would refuse to start).
 */
export async function clearLeftOverServer(clusterFolder: string): Promise<void> {
  const file = path.join(clusterFolder, "postmaster.pid");
  for (let waited = 0; waited < patienceSeconds * 10; waited += 1) {
    const pid = recordedPid(file);
    if (pid === undefined) return;
    if (!commandOf(pid).includes("postgres")) {
      rmSync(file, { force: true });
      return;
    }
    await wait(100);
  }
  throw new LaunchProblem(
    `A PostgreSQL server (process ${recordedPid(file)}) still runs on ${clusterFolder}: end it with \`kill -INT ${recordedPid(file)}\` and start again.`,
  );
}
