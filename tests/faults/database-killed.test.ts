import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { keptConnections, readAddress } from "../support/read-address";
import { databaseKills } from "./support/how-much";
import { eventually, onOwnDatabase } from "./support/on-own-database";
import { MUCH_READ, publicAddresses, WAVE } from "./support/public-addresses";
import { startMixedReaders } from "./support/readers";

const running = onOwnDatabase();
const giveUpMs = 5000;
const longestAwayMs = 4000;

test(`a database killed and restarted ${databaseKills} times is no reader's business`, async () => {
  const { cluster, server } = running;
  const agent = keptConnections(1);
  const { plain: addresses } = await publicAddresses(server.url);
  const ageNow = async () => Number((await readAddress(server.url + WAVE, agent)).headers.age ?? 0);
  const isReady = async () => (await readAddress(`${server.url}/api/health/ready`, agent)).status === 200;
  const readers = startMixedReaders({
    ...{ base: server.url, muchRead: MUCH_READ, others: addresses, connections: 16, giveUpMs, pauseMs: 10 },
  });
  const [ages, backAfter]: [number[], number[]] = [[], []];
  for (let kill = 0; kill < databaseKills; kill += 1) {
    await cluster.kill();
    // Every fifth time it stays away long enough for its age to show in whole seconds.
    const isLong = kill % 5 === 0;
    await wait(isLong ? longestAwayMs : 200 + Math.random() * 800);
    if (isLong) ages.push(await ageNow());
    await cluster.start();
    backAfter.push(await eventually("the server is ready again", 30_000, isReady));
    await wait(100 + Math.random() * 400);
  }
  const youngAfter = await eventually(
    "pages are known to be the latest again",
    30_000,
    async () => (await ageNow()) <= 1,
  );
  const summary = await readers.stop();
  agent.destroy();
  console.log(
    `${databaseKills} kills under reading load: ${summary.answers} answers of ${addresses.length} pages, ` +
      `${Object.values(summary.failures).reduce((sum, count) => sum + count, 0)} failed; p50 ${summary.p50Ms} ms, ` +
      `p99 ${summary.p99Ms} ms, p99 of first reads ${summary.firstTimeP99Ms} ms, slowest ${summary.maxMs} ms. Age while away for ${longestAwayMs / 1000} s: ` +
      `${ages.join(", ")} s; 0 again ${Math.round(youngAfter)} ms after; writing possible again after at most ` +
      `${Math.round(Math.max(...backAfter))} ms.`,
  );
  expect(summary.failures).toEqual({});
  expect(summary.answers).toBeGreaterThan(databaseKills * 50);
  for (const age of ages) expect(age).toBeGreaterThanOrEqual(2);
});
