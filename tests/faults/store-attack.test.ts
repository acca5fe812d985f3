import { fork } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OwnServer, startOwnServer } from "../support/own-server";
import { megabytes, residentBytes } from "../support/process-memory";
import { decoded, keptConnections, quantile, readWhenMade } from "../support/read-address";
import { ATTACK_MARK } from "./support/attack-requests";
import type { AttackOrder, AttackReport } from "./support/attacker";
import { attackRequests } from "./support/how-much";
import { onOwnDatabase } from "./support/on-own-database";
import { MUCH_READ, publicAddresses, WAVE } from "./support/public-addresses";
import { differenceOf, type SamePage, samePage } from "./support/same-page";

/** Both are one Turnout: pages and files carry its signature. */
const AUTH_SECRET = "a secret of the tests and of nothing else";
const running = onOwnDatabase({ AUTH_SECRET });
let untouched: OwnServer;
const agent = keptConnections(4);
/** A store without a bound passes over the first with a million requests, and over the second with far fewer. */
const mostBytes = 1.5e9;
const mostGrowthOfLaterHalf = 200e6;
/** The honest reader is watchful, not hungry: the machine is the attacker's. */
const betweenReadsMs = 10;
/** The ways honest readers ask: with each compression, and without. */
const encodings = ["br, gzip", "gzip", "identity"];

beforeAll(async () => {
  untouched = await startOwnServer({ env: { DATABASE_URL: running.cluster.url, AUTH_SECRET } });
});

afterAll(async () => {
  agent.destroy();
  await untouched?.stop();
});

function launchAttack(order: AttackOrder): Promise<AttackReport> {
  const program = fileURLToPath(new URL("./support/attacker.ts", import.meta.url));
  const child = fork(program, { execArgv: ["--import", "tsx"] });
  child.send(order);
  return new Promise((resolve, reject) => {
    child.once("message", (report) => resolve(report as AttackReport));
    child.once("exit", (code) => reject(new Error(`The attacker ended with ${code}.`)));
  });
}

type Page = SamePage & { ms: number; returns: number; marked: boolean };
/** By server, address and encoding: the last body and what it was, so that only new bodies are taken apart. */
const lastBodies = new Map<string, { body: Buffer; headers: string; page: Page }>();

/** Both servers are asked at one address; the addresses in their answers differ only by the port. */
async function pageOf(server: OwnServer, address: string, encoding: string): Promise<Page> {
  // A page that nobody read before may be on its way for a while, while the flood asks for all there are.
  const answer = await readWhenMade(server.url + address, agent, { headers: { "accept-encoding": encoding } });
  const { returns } = answer;
  const ms = answer.doneAt - answer.sentAt;
  const { date: _, age: __, ...kept } = answer.headers;
  const [key, headers] = [`${server.port} ${encoding} ${address}`, `${answer.status} ${JSON.stringify(kept)}`];
  const last = lastBodies.get(key);
  if (last && last.headers === headers && last.body.equals(answer.body)) return { ...last.page, ms, returns };
  const whole = headers + decoded(answer).toString("latin1");
  const same = samePage(answer);
  const content = same.content.replaceAll(`127.0.0.1:${server.port}`, "HERE");
  const page = { ...same, content, ms, returns, marked: whole.includes(ATTACK_MARK) };
  lastBodies.set(key, { body: answer.body, headers, page });
  return page;
}

test(`${attackRequests} hostile requests change nothing for anybody else`, async () => {
  const { server } = running;
  const { plain, narrowed } = await publicAddresses(untouched.url);
  const all = [...plain, ...narrowed];
  const honest = [...MUCH_READ, `${WAVE}/sources`, `${WAVE}/data`, "/en/records/KZ22-A18", "/kk", "/en/methodology"];
  const reference = new Map<string, SamePage>();
  // Once to warm, because the first of a cold server may differ; then what every later reader gets.
  for (const address of honest) {
    for (const encoding of encodings) {
      await pageOf(untouched, address, encoding);
      reference.set(`${encoding} ${address}`, await pageOf(untouched, address, encoding));
    }
  }
  const wrong: Record<string, number> = {};
  const times: number[] = [];
  let checked = 0;
  let toldToReturn = 0;
  const check = async (address: string, encoding: string, expected: SamePage) => {
    const got = await pageOf(server, address, encoding);
    times.push(got.ms);
    checked += 1;
    toldToReturn += got.returns;
    const difference = got.marked ? "the attacker's words are in it" : differenceOf(expected, got);
    if (difference)
      wrong[`${encoding} ${address}: ${difference}`] = (wrong[`${encoding} ${address}: ${difference}`] ?? 0) + 1;
  };
  const before = residentBytes(server.pid);
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(residentBytes(server.pid)), 500);
  let isOver = false;
  const attack = launchAttack({ port: server.port, requests: attackRequests, connections: 32, addresses: all }).finally(
    () => {
      isOver = true;
    },
  );
  for (let turn = 0; !isOver; turn += 1) {
    const [address = "", encoding = ""] = [honest[turn % honest.length], encodings[turn % encodings.length]];
    const expected = reference.get(`${encoding} ${address}`);
    if (expected) await check(address, encoding, expected);
    await wait(betweenReadsMs);
  }
  const report = await attack;
  clearInterval(watch);
  const during = [...times];
  const half = Math.ceil(memory.length / 2);
  const [firstHalf, laterHalf] = [Math.max(before, ...memory.slice(0, half)), Math.max(...memory.slice(half))];
  // Pages that nobody but the attacker had asked for here.
  for (const address of plain) await check(address, "br, gzip", await pageOf(untouched, address, "br, gzip"));
  const after = residentBytes(server.pid);
  console.log(
    `${report.sent} hostile requests in ${report.seconds.toFixed(0)} s (${Math.round(report.sent / report.seconds)} per second), ` +
      `answers ${JSON.stringify(report.statuses)}, ${report.broken} connections cut; ${checked} honest pages compared with a ` +
      `server nobody attacked, ${Object.values(wrong).reduce((sum, count) => sum + count, 0)} wrong, ${toldToReturn} told to come back; honest p50 ` +
      `${quantile(during, 0.5)} ms, p99 ${quantile(during, 0.99)} ms meanwhile. Memory: ${megabytes(before)} before, at most ` +
      `${megabytes(firstHalf)} in the first half and ${megabytes(laterHalf)} in the later, ${megabytes(after)} after.`,
  );
  expect(wrong).toEqual({});
  expect(Math.max(firstHalf, laterHalf)).toBeLessThan(mostBytes);
  expect(laterHalf - firstHalf).toBeLessThan(mostGrowthOfLaterHalf);
  expect(report.statuses).not.toHaveProperty("500");
});
