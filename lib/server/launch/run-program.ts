import { spawn } from "node:child_process";
import { childEnvironment } from "@/lib/env";
import { LaunchProblem } from "./launch-problem";
import type { Lifecycle } from "./lifecycle";
import { inProject } from "./project";

type Run = { environment?: Record<string, string>; quiet?: boolean };

/**
 * Runs one of the project's own tools on the same Node; ended with Turnout when that is stopped meanwhile. A quiet one
 * is heard only when it fails.
 */
export function runProgram(life: Lifecycle, args: string[], { environment = {}, quiet = false }: Run): Promise<void> {
  const output = quiet ? "pipe" : "inherit";
  const child = spawn(process.execPath, args, {
    cwd: inProject(),
    env: childEnvironment(environment),
    stdio: ["ignore", output, output],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    const ended = new Promise<void>((end) => child.once("close", () => end()));
    let stopped = false;
    life.onStop(async () => {
      stopped = true;
      child.kill("SIGTERM");
      await ended;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      // While everything is being stopped there is nobody to report to.
      if (stopped) return;
      if (code === 0) resolve();
      else {
        console.error(said);
        reject(new LaunchProblem(`${args[1] ?? args[0]} ended with code ${code}; see above.`));
      }
    });
  });
}
