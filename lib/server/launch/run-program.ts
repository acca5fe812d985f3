import { spawn } from "node:child_process";
import { childEnvironment } from "@/lib/env";
import { LaunchProblem } from "./launch-problem";
import type { Lifecycle } from "./lifecycle";
import { inProject } from "./project";

/** Runs one of the project's own tools on the same Node; ended with Turnout when that is stopped meanwhile. */
export function runProgram(life: Lifecycle, args: string[], additions: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: inProject(),
    env: childEnvironment(additions),
    stdio: ["ignore", "inherit", "inherit"],
  });
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
      else reject(new LaunchProblem(`${args[1] ?? args[0]} ended with code ${code}; see above.`));
    });
  });
}
