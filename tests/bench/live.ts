import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startKillableCluster } from "../support/killable-cluster";
import { startOwnServer } from "../support/own-server";
import { megabytes, residentBytes } from "../support/process-memory";
import { keptConnections, quantile, readAddress } from "../support/read-address";
import { openFilesLimit, openListeners } from "./listeners";
import { openPublisher } from "./publications";

/**
 * `npm run bench:live [-- --listeners 5000 --publications 3]`: open dashboards that wait for news on one instance: when
 * each hears of a publication, and what they cost. Ends with 1 when one of them is not told within 5 seconds.
 */
const PATH = "/api/v1/live?wave=kazakhstan-january-2022&version=";
const PAGE = "/en/waves/kazakhstan-january-2022";
const goalMs = 5000;
const settleMs = 5000;

const { values } = parseArgs({
  options: { listeners: { type: "string", default: "5000" }, publications: { type: "string", default: "3" } },
});
const [wanted, publications] = [values.listeners, values.publications].map(Number) as [number, number];
const spareFiles = 500;

if (openFilesLimit() < wanted + spareFiles) {
  console.error(
    `One process may hold ${openFilesLimit()} files and connections open here, and ${wanted} listeners need ` +
      `${wanted + spareFiles}: raise it with "ulimit -n ${wanted + spareFiles}", or use --listeners.`,
  );
  process.exit(1);
}

const cluster = await startKillableCluster();
const server = await startOwnServer({ env: { DATABASE_URL: cluster.url } });
const publisher = await openPublisher(cluster.url);
const agent = keptConnections(1);
const problems: string[] = [];
try {
  // Read until its memory is that of a server in use, not of one that has just started.
  for (let warmed = 0; warmed < 20; warmed += 1) await readAddress(server.url + PAGE, agent);
  await wait(settleMs);
  const before = residentBytes(server.pid);
  const version = await publisher.versionNow();
  const began = performance.now();
  const order = { host: "127.0.0.1", port: server.port, path: PATH + version, count: wanted };
  const listeners = await openListeners(order);
  console.log(`${listeners.opened} of ${wanted} listening after ${Math.round(performance.now() - began)} ms.`);
  if (listeners.opened < wanted)
    problems.push(`${wanted - listeners.opened} could not listen (${listeners.refused} refused)`);
  await wait(settleMs);
  const during = residentBytes(server.pid);
  for (let nth = 1; nth <= publications && listeners.opened > 0; nth += 1) {
    const { committedAt } = await publisher.publish();
    const times = (await listeners.eventsOf(nth, goalMs * 3)).map((at) => at - committedAt);
    const late = listeners.opened - times.filter((ms) => ms <= goalMs).length;
    console.log(
      `publication ${nth}: ${times.length} told; first ${Math.min(...times)} ms, median ${quantile(times, 0.5)} ms, ` +
        `p99 ${quantile(times, 0.99)} ms, last ${Math.max(...times)} ms after the commit`,
    );
    if (late > 0) problems.push(`publication ${nth}: ${late} not told within ${goalMs} ms`);
    const { doneAt, sentAt, status } = await readAddress(server.url + PAGE, agent);
    console.log(`   the dashboard meanwhile: ${status} in ${doneAt - sentAt} ms`);
  }
  const told = residentBytes(server.pid);
  const closed = await listeners.closedByServer();
  if (closed > 0) problems.push(`${closed} connections were closed by the server`);
  await listeners.leave();
  await wait(settleMs);
  const after = residentBytes(server.pid);
  const each = (during - before) / Math.max(1, listeners.opened) / 1024;
  console.log(
    `Memory: ${megabytes(before)} before, ${megabytes(during)} with ${listeners.opened} idle listeners ` +
      `(${each.toFixed(1)} kB each), ${megabytes(told)} after telling them, ${megabytes(after)} after they left.`,
  );
} finally {
  agent.destroy();
  await publisher.close();
  await server.stop();
  await cluster.stop();
}
for (const problem of problems) console.error(`Missed: ${problem}`);
console.log(problems.length === 0 ? "All goals are met." : `${problems.length} goals missed.`);
process.exitCode = problems.length === 0 ? 0 : 1;
