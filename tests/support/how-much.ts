import { childEnvironment } from "@/lib/env";

/** How much of something a test does: what the environment says (`npm test` says less), or everything. */
export function howMuch(name: string, usual: number): number {
  const given = Number(childEnvironment({})[name] ?? usual);
  if (!Number.isFinite(given) || given < 0) throw new Error(`${name} must be a number.`);
  return given;
}
