import { isEntry } from "./entry";
import { generate } from "./generate";
import { type Lifecycle, launch } from "./lifecycle";
import { inProject } from "./project";
import { runProgram } from "./run-program";
import { loadSettingsFile } from "./settings-files";
import { builtFrom, recordBuild, sourceStamp } from "./source-stamp";

/** The production build. */
async function build(life: Lifecycle, quiet: boolean): Promise<void> {
  const stamp = sourceStamp();
  generate();
  await runProgram(life, [inProject("node_modules", "next", "dist", "bin", "next"), "build"], {
    environment: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    quiet,
  });
  recordBuild(stamp);
}

/** Builds only when there is no build of these very sources. */
export async function buildIfChanged(life: Lifecycle): Promise<void> {
  if (builtFrom() === sourceStamp()) return;
  console.log("Building Turnout; this takes a minute, once …");
  await build(life, true);
}

if (isEntry(import.meta.url)) {
  await launch(async (life) => {
    loadSettingsFile();
    await build(life, false);
    process.exit(0);
  });
}
