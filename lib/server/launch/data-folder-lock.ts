import { createHash } from "node:crypto";
import { realpathSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import path from "node:path";
import { keptText } from "./data-folder";
import { LaunchProblem } from "./launch-problem";

const pidFile = "turnout.pid";

/*
 * A listening socket is the lock, because the system lets go of it however its owner ends; a file with a process
 * number would outlive kill -9, and in a container the same number comes back at the next start.
 */
function lockAddress(folder: string): { address: string; leavesFile: boolean } {
  const name = `turnout-${createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return { address: `\0${name}`, leavesFile: false };
  if (process.platform === "win32") return { address: `\\\\.\\pipe\\${name}`, leavesFile: false };
  return { address: `/tmp/${name}.sock`, leavesFile: true };
}

function somebodyAnswers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(address);
    probe.once("connect", () => resolve(true)).once("error", () => resolve(false));
    probe.once("close", () => probe.destroy());
  });
}

function listen(address: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(address, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

/** Turnout runs on the data folder already. Its database can be joined; a second one on the same files cannot be started. */
export class DataFolderTaken extends LaunchProblem {}

/** Refuses a second start on one data folder. Returns what lets go of it. */
export async function lockDataFolder(folder: string): Promise<() => void> {
  const { address, leavesFile } = lockAddress(folder);
  if (leavesFile && !(await somebodyAnswers(address))) rmSync(address, { force: true });
  try {
    const release = await listen(address);
    writeFileSync(path.join(folder, pidFile), String(process.pid));
    return () => {
      rmSync(path.join(folder, pidFile), { force: true });
      release();
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    const owner = keptText(folder, pidFile, () => "unknown");
    throw new DataFolderTaken(
      `Turnout is already running on the data folder ${folder} (process ${owner}): stop it first, or set DATA_DIR to another folder.`,
    );
  }
}
