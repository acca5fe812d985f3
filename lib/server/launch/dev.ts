import { generate } from "./generate";
import { launch } from "./lifecycle";
import { inProject } from "./project";
import { readSettings } from "./read-settings";
import { runProgram } from "./run-program";

/*
 * Next's own development server, without Turnout's in front: it evaluates code as text and opens a web socket, which
 * the strict content security policy of production forbids.
 */
await launch(async (life) => {
  const settings = await readSettings();
  generate();
  const { firstAdministratorNotice, prepareDatabase } = await import("./prepare-database");
  await prepareDatabase(life, settings);
  const notice = await firstAdministratorNotice();
  if (notice) console.log(notice);
  const { workOnImports } = await import("@/lib/features/imports/mutations/work-on-imports");
  const imports = workOnImports();
  life.onStop(() => imports.stop());
  const { workOnBulks } = await import("@/lib/features/entries/mutations/work-on-bulks");
  const bulks = workOnBulks();
  life.onStop(() => bulks.stop());
  const next = inProject("node_modules", "next", "dist", "bin", "next");
  await runProgram(life, [next, "dev", "--port", String(settings.port), "--hostname", settings.host], {
    environment: { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
  });
  life.fail("Next's development server has ended.");
});
