import { fileURLToPath } from "node:url";

/** Whether this module was started by a command rather than imported. */
export function isEntry(moduleUrl: string): boolean {
  return process.argv[1] === fileURLToPath(moduleUrl);
}
