import { buildIfChanged } from "./build";
import { launch } from "./lifecycle";
import { inProject } from "./project";
import { portTaken, readSettings } from "./read-settings";

await launch(async (life) => {
  const settings = await readSettings();
  await buildIfChanged(life);
  // Imported only now, because what they import is made by the build.
  const { firstAdministratorNotice, prepareDatabase } = await import("./prepare-database");
  const { serve } = await import("@/lib/server/pages/serve");
  await prepareDatabase(life, settings);
  const server = await serve({ ...settings, folder: inProject() }).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === "listen" ? portTaken(settings) : error;
  });
  life.onStop(() => server.stop());
  const notice = await firstAdministratorNotice();
  console.log(`Turnout is at ${settings.publicUrl}`);
  if (notice) console.log(notice);
});
