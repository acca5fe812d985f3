import { buildIfChanged } from "./build";
import { launch } from "./lifecycle";
import { firstAdministratorNotice, portTaken, prepareDatabase, readSettings } from "./prepare";
import { inProject } from "./project";

await launch(async (life) => {
  const settings = await readSettings();
  await buildIfChanged(life);
  await prepareDatabase(life, settings);
  // Only now: what it imports is made by the build.
  const { serve } = await import("@/lib/server/pages/serve");
  const server = await serve({ ...settings, folder: inProject() }).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === "listen" ? portTaken(settings) : error;
  });
  life.onStop(() => server.stop());
  const notice = await firstAdministratorNotice();
  console.log(`Turnout is at ${settings.publicUrl}`);
  if (notice) console.log(notice);
});
