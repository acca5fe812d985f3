import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { childEnvironment } from "@/lib/env";
import { buildSchema } from "./build-schema";
import { isEntry } from "./entry";
import { LaunchProblem } from "./launch-problem";
import { inProject } from "./project";

function run(what: string, script: string, args: string[]): void {
  try {
    execFileSync(process.execPath, [script, ...args], {
      cwd: inProject(),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      // Prisma downloads an engine unless it is told of one; generating uses none, so any program will do.
      env: childEnvironment({ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" }),
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new LaunchProblem(`${what} failed:\n${stdout ?? ""}${stderr ?? error}`);
  }
}

/** Everything that is made from sources and not kept in git: the database client, the data model as views read it, and the shapes of the map. */
export function generate(): void {
  run("Making the database client", inProject("node_modules", "prisma", "build", "index.js"), [
    "generate",
    "--no-hints",
  ]);
  buildSchema();
  const map = inProject("lib", "server", "launch", "build-map.ts");
  if (existsSync(map)) run("Making the map", inProject("node_modules", "tsx", "dist", "cli.mjs"), [map]);
}

if (isEntry(import.meta.url)) generate();
