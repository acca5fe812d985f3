import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder, wherever the command was typed. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

export function inProject(...parts: string[]): string {
  return path.join(projectFolder, ...parts);
}
