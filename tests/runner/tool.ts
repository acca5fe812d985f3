import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { childEnvironment } from "@/lib/env";
import { projectFolder } from "@/lib/server/launch/project";

export type ToolRun = { exitCode: number; output: string };

/** Runs a program of node_modules/.bin, its output shown as it comes (or kept, to be shown when it fails). */
export function runTool(
  command: string[],
  options: { quiet?: boolean; env?: Record<string, string> } = {},
): Promise<ToolRun> {
  const [program = "", ...args] = command;
  const bin = path.join(projectFolder, "node_modules", ".bin");
  const PATH = `${bin}${path.delimiter}${childEnvironment({}).PATH ?? ""}`;
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: childEnvironment({ PATH, ...options.env }),
    stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ exitCode: 127, output: String(error) }));
    child.once("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** Gives a runner a file to write its report to, and reads it back; undefined when it left none. */
export async function withReport<T>(
  run: (file: string) => Promise<ToolRun>,
): Promise<{ exitCode: number; report: T | undefined }> {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-report-"));
  const file = path.join(folder, "report.json");
  try {
    const { exitCode } = await run(file);
    return { exitCode, report: readReport<T>(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
