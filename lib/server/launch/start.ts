import { buildIfChanged } from "./build";
import { launch } from "./lifecycle";
import { inProject } from "./project";
import { portTaken, readSettings } from "./read-settings";

await launch(async (life) => {
  const settings = await readSettings();
  await buildIfChanged(life);
  // Imported only now, because what they import is made by the build.
  const { firstAdministratorNotice } = await import("./prepare-database");
  const { followRecord, onDatabaseBack } = await import("./follow-record");
  const { serve } = await import("@/lib/server/pages/serve");
  const { addressBook } = await import("@/lib/features/addresses/view");
  const { workOnImports } = await import("@/lib/features/imports/mutations/work-on-imports");
  const { workOnBulks } = await import("@/lib/features/entries/mutations/work-on-bulks");
  const { keepTimeOfWithholdings } = await import("./withholdings-clock");
  const { inLargeWaves } = await import("@/lib/features/shelf/data/find");
  const addresses = (records: Parameters<typeof addressBook>[0]) => addressBook(records, inLargeWaves);
  await followRecord(life, settings);
  const server = await serve({ ...settings, folder: inProject(), addresses }).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === "listen" ? portTaken(settings) : error;
  });
  life.onStop(() => server.stop());
  const imports = workOnImports();
  life.onStop(() => imports.stop());
  const bulks = workOnBulks();
  life.onStop(() => bulks.stop());
  life.onStop(keepTimeOfWithholdings());
  // Before the address is printed, so that both come together; later when the database is away.
  const notice = await firstAdministratorNotice().catch(() => null);
  console.log(`Turnout is at ${settings.publicUrl}`);
  if (notice) console.log(notice);
  if (notice === null) {
    onDatabaseBack(async () => {
      const lateNotice = await firstAdministratorNotice();
      if (lateNotice) console.log(lateNotice);
    });
  }
});
