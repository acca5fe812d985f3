import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { childEnvironment } from "@/lib/env";
import { type OwnServer, startOwnServer } from "../support/own-server";
import { browserEncodings, quantile } from "../support/read-address";
import { type PublicationCost, publishAndWait } from "./scale-publication";

/**
 * `npm run bench:scale [-- --sizes 10000,100000,1000000 --samples 15 --folder DIR]`: time to the first byte of pages of a
 * made-up wave by its size, cold (nobody asked for the address before) and warm, and the memory of the server. The
 * servers of all sizes run at once and are asked by turns, so that whatever else the machine does meets all alike.
 * Ends with 1 when a page takes twice as long at the largest size as at the smallest. A folder given is kept and reused.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    samples: { type: "string", default: "15" },
    folder: { type: "string" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const samples = Number(values.samples);
const MOST_GROWTH = 2;
const patienceMs = 60_000;

const WAVE = "/en/waves/synthetic-wave";
const dayOf = (sample: number) => new Date(Date.UTC(2019, 2, 8 + sample * 2)).toISOString().slice(0, 10);
/** Addresses that nobody has asked for: another one for each sample. */
const PAGES: Record<string, (sample: number, figures: number) => string> = {
  dashboard: (sample) => `${WAVE}?at=${dayOf(sample)}T00:00`,
  "dashboard, replayed": (sample) => `${WAVE}?known_on=${dayOf(sample)}`,
  workforce: (sample) => `/en/workforces/synthetic-workforce-${sample + 2}`,
  "workforce, replayed": (sample) => `/en/workforces/synthetic-workforce-${sample + 2}?known_on=2019-04-10`,
  record: (sample, figures) => `/en/records/ZZ22-F${Math.floor((figures / 40) * (sample + 2))}`,
  "record, replayed": (sample, figures) =>
    `/en/records/ZZ22-F${Math.floor((figures / 40) * (sample + 2))}?known_on=2019-04-10`,
  map: (sample) => `${WAVE}/spread?at=${dayOf(sample)}T00:00`,
  "map, replayed": (sample) => `${WAVE}/spread?at=2019-03-20T00:00&known_on=${dayOf(sample + 7)}`,
};

type Sized = { figures: number; server: OwnServer; startMs: number };
type Times = { cold: number[]; warm: number[] };

/**
 * To the first byte of the page. Who is told to come back comes back, and has waited from the first time on; any other
 * answer is a failure.
 */
async function firstByteMs(address: string): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { status, at } = await firstByteOf(address);
    if (status === 200) return at - begun;
    if (status !== 503 || at - begun > patienceMs) throw new Error(`${address} answered ${status}.`);
    await wait(20);
  }
}

function firstByteOf(address: string): Promise<{ status: number | undefined; at: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { headers: { "accept-encoding": browserEncodings } }, (answer) => {
      answer.once("data", () => resolve({ status: answer.statusCode, at: performance.now() }));
      answer.resume();
    });
    sent.once("error", reject).end();
  });
}

function synthesise(dataDir: string, figures: number): void {
  const env = childEnvironment({ DATA_DIR: dataDir, DATABASE_URL: "", NODE_ENV: "production" });
  const args = ["--import", "tsx", "lib/server/launch/synth.ts", "--figures", String(figures)];
  const { status } = spawnSync(process.execPath, args, { env, stdio: "inherit" });
  if (status !== 0) throw new Error("The wave could not be made up.");
}

async function start(folder: string, figures: number): Promise<Sized> {
  const dataDir = path.join(folder, String(figures));
  if (!existsSync(dataDir)) synthesise(dataDir, figures);
  const begun = performance.now();
  // The first start copies the wave to the shelf.
  const server = await startOwnServer({ dataDir, patienceMs: 7_200_000 });
  return { figures, server, startMs: performance.now() - begun };
}

async function measure(all: readonly Sized[], page: string): Promise<Map<number, Times>> {
  const times = new Map(all.map(({ figures }): [number, Times] => [figures, { cold: [], warm: [] }]));
  for (let sample = 0; sample < samples; sample += 1) {
    for (const { figures, server } of all) {
      const address = server.url + (PAGES[page]?.(sample, figures) ?? "");
      times.get(figures)?.cold.push(await firstByteMs(address));
      times.get(figures)?.warm.push(await firstByteMs(address));
    }
  }
  return times;
}

function residentMb({ server }: Sized): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

const middle = (times: number[]) => Number(quantile(times, 0.5).toFixed(1));

function line(page: string, times: Map<number, Times>): { row: Record<string, string | number>; growth: number } {
  const row: Record<string, string | number> = { page };
  for (const [figures, { cold, warm }] of times) {
    row[`${figures} cold ms`] = middle(cold);
    row[`${figures} warm ms`] = middle(warm);
  }
  const [first, last] = [sizes[0] ?? 0, sizes.at(-1) ?? 0].map((figures) => middle(times.get(figures)?.cold ?? []));
  const growth = (last ?? 0) / (first || 1);
  return { row: { ...row, growth: `${growth.toFixed(2)}×` }, growth };
}

/** A figure of each wave changed three times: a crowd, whose size every map and the totals must follow. */
async function publications(all: readonly Sized[], inFolder: string) {
  const rows = [];
  for (const { figures, server } of all) {
    const costs: PublicationCost[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      costs.push(await publishAndWait(server, path.join(inFolder, String(figures))));
    const of = (key: keyof PublicationCost) => middle(costs.map((cost) => cost[key]));
    rows.push({
      figures,
      "commit ms": of("commitMs"),
      "shown after ms": of("shownMs"),
      "slowest other page meanwhile ms": of("slowestOtherMs"),
      "memory MB": residentMb({ figures, server, startMs: 0 }),
    });
  }
  return rows;
}

const folder = values.folder ?? mkdtempSync(path.join(tmpdir(), "turnout-scale-"));
mkdirSync(folder, { recursive: true, mode: 0o711 });
const servers: Sized[] = [];
const missed: string[] = [];
try {
  for (const figures of sizes) servers.push(await start(folder, figures));
  for (const { figures, startMs } of servers)
    console.log(`${figures} figures: started in ${(startMs / 1000).toFixed(1)} s.`);
  // What is compiled at the first look is no matter of size.
  for (const page of Object.keys(PAGES))
    for (const one of servers) await firstByteMs(one.server.url + PAGES[page]?.(-1, one.figures));
  const rows = [];
  for (const page of Object.keys(PAGES)) {
    const { row, growth } = line(page, await measure(servers, page));
    rows.push(row);
    if (growth >= MOST_GROWTH) missed.push(`${page}: ${growth.toFixed(2)} times as long`);
  }
  console.table(rows);
  for (const one of servers) console.log(`${one.figures} figures: ${residentMb(one)} MB of memory.`);
  console.table(await publications(servers, folder));
} finally {
  for (const { server } of servers) await server.stop();
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
for (const problem of missed) console.error(`Missed: ${problem}`);
console.log(missed.length === 0 ? "All goals are met." : `${missed.length} goals missed.`);
process.exitCode = missed.length === 0 ? 0 : 1;
