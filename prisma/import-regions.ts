import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { env, provideSettings } from "@/lib/env";
import { importRegions } from "@/lib/features/regions/mutations/import-regions";
import { openClient, patienceOfLoading } from "@/lib/server/db";
import { openOrJoinDatabase } from "@/lib/server/launch/database";
import { isEntry } from "@/lib/server/launch/entry";
import { LaunchProblem } from "@/lib/server/launch/launch-problem";
import { launch } from "@/lib/server/launch/lifecycle";
import { fillDatabase } from "@/lib/server/launch/prepare-database";
import { keptAuthSecret, loadSettingsFile } from "@/lib/server/launch/settings-files";
import { MOST_BYTES, readTopology, unitsOf, type Wanted } from "./regions/country-units";
import { linesOfImport } from "./regions/import-report";
import { type GivenNames, readGivenNames, regionImport } from "./regions/region-import";

/**
 * `npm run regions:import -- --country FR [--first-level] [--join "Papua=ID-PA"] [--names names.csv] [--write]`: what the
 * map package has of a country. Says what joined a code and what did not; writes nothing without `--write`.
 */
function options() {
  const { values } = parseArgs({
    options: {
      country: { type: "string", default: "" },
      "first-level": { type: "boolean", default: false },
      join: { type: "string", multiple: true, default: [] },
      names: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  if (!/^[A-Z]{2}$/.test(values.country)) throw new LaunchProblem("--country is a code of two capitals: FR, ID.");
  const wanted: Wanted = {
    country: values.country,
    firstLevel: values["first-level"],
    named: Object.fromEntries(values.join.map(namedJoin)),
  };
  return { wanted, names: values.names, write: values.write };
}

function namedJoin(text: string): [string, string] {
  const [, unit, code] = /^(.+)=([A-Z]{2}-[A-Z0-9]{1,3})$/.exec(text) ?? [];
  if (!unit || !code) throw new LaunchProblem(`--join takes a unit and its code, as in "Papua=ID-PA", not "${text}".`);
  return [unit, code];
}

function namesIn(file: string | undefined): GivenNames {
  if (file === undefined) return new Map();
  const read = readGivenNames(readFileSync(file, "utf8"));
  if ("problem" in read) throw new LaunchProblem(`${file}: ${read.problem}`);
  return read.names;
}

async function run(databaseUrl: string, { wanted, names, write }: ReturnType<typeof options>): Promise<void> {
  const topology = readTopology(wanted.country);
  if (topology === null) throw new LaunchProblem(`The map package has no map of ${wanted.country}.`);
  const units = unitsOf(topology, wanted);
  const made = regionImport(wanted.country, units, namesIn(names));
  for (const line of linesOfImport(units, made, MOST_BYTES)) console.log(line);
  if (!write) return console.log("Nothing is written yet. To write it, add: --write");
  const client = openClient(databaseUrl, 1, patienceOfLoading);
  try {
    const result = await importRegions(client, made);
    if (!result.ok) throw new LaunchProblem(`${wanted.country} is part of the public record already: left alone.`);
    const { added, changed, mapChanged, versions } = result;
    console.log(
      `${added.length} regions written, ${changed.length} with other names, map ${mapChanged ? "written" : "as it was"}, published for ${versions.length} waves.`,
    );
  } finally {
    await client.$disconnect();
  }
}

if (isEntry(import.meta.url)) {
  await launch(async (life) => {
    const asked = options();
    loadSettingsFile();
    if (!asked.write) {
      await run("", asked);
      process.exit(0);
    }
    const settings = env();
    const { database, joined } = await openOrJoinDatabase(settings);
    life.onStop(() => database.stop());
    await database.usable;
    provideSettings({ databaseUrl: database.url, authSecret: keptAuthSecret(settings) });
    if (joined) console.log("Turnout is running: its pages will have the regions as soon as they are written.");
    // The record that came with the product first, so that its country is known to be taken; a Turnout that runs has it.
    else await fillDatabase(database.url);
    await run(database.url, asked);
    process.exit(0);
  });
}
