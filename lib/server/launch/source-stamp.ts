import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { inProject } from "./project";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "prisma/seed/record",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "proxy.ts",
  "instrumentation.ts",
];
const madeFromSources = /^(lib\/generated|public\/generated)\/|\.test\.tsx?$/;

function filesUnder(name: string): string[] {
  const found = statSync(inProject(name), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [name];
  return readdirSync(inProject(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(inProject().length + 1));
}

/** One hash over the content of everything the build is made from. */
export function sourceStamp(): string {
  const hash = createHash("sha256").update(process.version);
  const files = sources.flatMap(filesUnder).filter((file) => !madeFromSources.test(file));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(inProject(file)));
  return hash.digest("hex");
}

const stampFile = () => inProject(".next", "turnout-stamp");

export function builtFrom(): string | undefined {
  return existsSync(stampFile()) ? readFileSync(stampFile(), "utf8") : undefined;
}

export function recordBuild(stamp: string): void {
  writeFileSync(stampFile(), stamp);
}
