import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startKillableCluster } from "../support/killable-cluster";
import { type OwnServer, startOwnServer } from "../support/own-server";
import { gatherCrowd, type Target } from "./crowd";
import { openPublisher, type Publication } from "./publications";
import { publishFigures, staleAfterMs } from "./publish-report";

/**
 * `npm run bench:publish [-- --publications 200 --connections 64 --instances 1,2]`: how long after its approval a
 * figure is in front of readers, and whether anybody is shown half of it. Ends with 1 when a page is torn or stale.
 */
const PAGES = {
  dashboard: "/en/waves/kazakhstan-january-2022",
  workforce: "/en/workforces/kazakhmys-miners",
  record: "/en/records/KZ22-A18",
};
const patienceMs = 20_000;

const { values } = parseArgs({
  options: {
    publications: { type: "string", default: "200" },
    connections: { type: "string", default: "64" },
    instances: { type: "string", default: "1,2" },
  },
});
const [publications, connections] = [values.publications, values.connections].map(Number) as [number, number];

function targetsOf(servers: OwnServer[]): Target[] {
  return servers.flatMap(({ url }, at) =>
    Object.entries(PAGES).map(([page, path]) => ({ page, url: url + path, server: `instance ${at + 1}` })),
  );
}

/** Publishes the next figure once the last is seen everywhere, after a pause that is never in step with anything. */
async function publishAll(databaseUrl: string, servers: OwnServer[]) {
  const publisher = await openPublisher(databaseUrl);
  const versionBefore = await publisher.versionNow();
  const crowd = gatherCrowd({ targets: targetsOf(servers), connections, versionBefore });
  const made: Publication[] = [];
  try {
    if (!(await crowd.sawEverywhere(0, patienceMs * 3))) throw new Error("The pages could not be read at all.");
    for (let at = 0; at < publications; at += 1) {
      const publication = await publisher.publish();
      made.push(publication);
      await crowd.sawEverywhere(publication.number, patienceMs);
      await wait(50 + Math.random() * 250);
    }
    await wait(staleAfterMs);
  } finally {
    await publisher.close();
  }
  return { made, report: await crowd.finish() };
}

async function measure(instances: number): Promise<number> {
  const cluster = await startKillableCluster();
  const servers: OwnServer[] = [];
  try {
    for (let at = 0; at < instances; at += 1)
      servers.push(await startOwnServer({ env: { DATABASE_URL: cluster.url } }));
    const { made, report } = await publishAll(cluster.url, servers);
    const figures = publishFigures(report, made);
    const failed = Object.entries(report.failures);
    console.log(
      `\n${instances === 1 ? "One instance" : `${instances} instances on one database`}: ${made.length} publications ` +
        `under ${connections} reading connections, ${Math.round(report.answers / report.seconds)} answers per second.`,
    );
    console.table(
      figures.delays.map(({ where, seen, ...ms }) => ({
        "commit to first reader": where,
        ...{ publications: seen, "median ms": ms.medianMs, "p95 ms": ms.p95Ms, "max ms": ms.maxMs },
      })),
    );
    console.log(
      `torn pages: ${figures.torn.length}; answers still old after ${staleAfterMs} ms: ${figures.stale}; ` +
        `older after newer: ${figures.backwards}; never seen: ${figures.unseen}; failed reads: ${failed.reduce((sum, [, count]) => sum + count, 0)}`,
    );
    for (const [page, parts] of Object.entries(figures.compared)) console.log(`${page}: compared ${parts.join(", ")}`);
    for (const line of figures.torn.slice(0, 10)) console.error(`torn: ${line}`);
    for (const [what, count] of failed) console.error(`failed: ${what} (${count}×)`);
    return figures.torn.length + figures.stale + figures.unseen + figures.backwards + failed.length;
  } finally {
    for (const server of servers) await server.stop();
    await cluster.stop();
  }
}

console.log(`${availableParallelism()} cores, shared by server, database, readers and publisher.`);
let problems = 0;
for (const instances of values.instances.split(",").map(Number)) problems += await measure(instances);
console.log(problems === 0 ? "All goals are met." : "Goals missed.");
process.exitCode = problems === 0 ? 0 : 1;
