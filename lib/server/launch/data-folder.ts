import { accessSync, constants, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LaunchProblem } from "./launch-problem";

/** Makes DATA_DIR when missing; closed to other people, except that root's database user may pass through it. */
export function openDataFolder(folder: string): void {
  const asRoot = process.getuid?.() === 0;
  try {
    mkdirSync(folder, { recursive: true, mode: asRoot ? 0o711 : 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason = code === "ENOTDIR" || code === "EEXIST" ? "is not a folder" : "cannot be written to by this user";
    throw new LaunchProblem(
      `The data folder ${folder} ${reason}: give this user the right, or set DATA_DIR to another folder.`,
    );
  }
}

/** A small text kept in DATA_DIR for its owner alone; made by `make` when it is not there yet. */
export function keptText(folder: string, name: string, make: () => string): string {
  const file = path.join(folder, name);
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      throw new LaunchProblem(`${file} cannot be read by this user: start Turnout as the user who started it first.`);
    }
  }
  const text = make();
  writeFileSync(file, text, { mode: 0o600 });
  return text;
}

export function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}
