import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "@/lib/server/launch/project";

let listed: string[] | undefined;

/** Every file that is or would be in git, relative to the project. */
export function projectFiles(pattern = /./): string[] {
  listed ??= execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: projectFolder,
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "" && existsSync(path.join(projectFolder, file)));
  return listed.filter((file) => pattern.test(file));
}

export function textOf(file: string): string {
  return readFileSync(path.join(projectFolder, file), "utf8");
}

export function isThere(file: string): boolean {
  return existsSync(path.join(projectFolder, file));
}
