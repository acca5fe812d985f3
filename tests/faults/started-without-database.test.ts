import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type KillableCluster, startKillableCluster } from "../support/killable-cluster";
import { type OwnServer, ServerRefused, startOwnServer } from "../support/own-server";
import { keptConnections, readWhenMade } from "../support/read-address";
import { eventually } from "./support/on-own-database";
import { publicAddresses, WAVE } from "./support/public-addresses";

const agent = keptConnections(4);
let cluster: KillableCluster;
let dataDir: string;
const servers: OwnServer[] = [];

beforeAll(async () => {
  cluster = await startKillableCluster();
  dataDir = mkdtempSync(path.join(tmpdir(), "turnout-kept-"));
});

afterAll(async () => {
  agent.destroy();
  for (const server of servers) await server.stop();
  await cluster?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<OwnServer> {
  const server = await startOwnServer({ dataDir, env: { DATABASE_URL: cluster.url } });
  servers.push(server);
  return server;
}

const read = (server: OwnServer, address: string) => readWhenMade(server.url + address, agent, { timeoutMs: 10_000 });

test("what was published once is answered after a restart without the database, and is the latest again with it", async () => {
  const first = await start();
  const { plain, narrowed } = await publicAddresses(first.url);
  const addresses = [...plain, ...narrowed];
  expect((await read(first, WAVE)).status).toBe(200);
  await first.stop();
  await cluster.halt();

  const began = performance.now();
  const second = await start();
  const startedAfter = performance.now() - began;
  const statuses = new Map<string, number>();
  let slowest = 0;
  for (const address of addresses) {
    const { status, sentAt, doneAt } = await read(second, address);
    statuses.set(address, status);
    slowest = Math.max(slowest, doneAt - sentAt);
  }
  const aged = Number((await read(second, WAVE)).headers.age ?? 0);
  expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
  expect(aged).toBeGreaterThan(0);
  expect((await read(second, "/api/health/ready")).status).toBe(503);

  await cluster.start();
  const isReady = async () => (await read(second, "/api/health/ready")).status === 200;
  const readyAfter = await eventually("the server takes the database back", 30_000, isReady);
  const isYoung = async () => Number((await read(second, WAVE)).headers.age ?? 0) <= 1;
  const youngAfter = await eventually("pages are known to be the latest", 30_000, isYoung);
  console.log(
    `Started without the database in ${Math.round(startedAfter)} ms; ${addresses.length} pages answered, the slowest ` +
      `in ${slowest} ms, with an age of ${aged} s. Database back: ready after ${Math.round(readyAfter)} ms, ` +
      `the latest after ${Math.round(youngAfter)} ms more.`,
  );
});

test("without a database and without anything kept, the start is refused in a plain sentence", async () => {
  await cluster.halt();
  const refused = await startOwnServer({ env: { DATABASE_URL: cluster.url } }).then(
    async (server) => {
      await server.stop();
      return null;
    },
    (problem: unknown) => problem,
  );
  expect(refused).toBeInstanceOf(ServerRefused);
  const { code, said } = refused as ServerRefused;
  expect(code).toBe(1);
  expect(said).toMatch(/PostgreSQL|database/i);
  expect(said).not.toMatch(/\n\s+at |node:internal|\.ts:\d/);
  console.log(`Refused: ${said.trim()}`);
});
