import { createHash } from "node:crypto";
import { type Answer, decoded, keptConnections, readAddress } from "../support/read-address";
import type { CrowdOrder, CrowdReport, FromCrowd, Sighting, Target, ToCrowd } from "./crowd";
import { readMarkers } from "./page-markers";

/*
 * Readers who ask for the same pages over and over. A body is decoded and read once, the first time it comes; after
 * that its hash is enough, so the readers stay faster than the server.
 */
const sightings = new Map<string, Sighting>();
const failures: Record<string, number> = {};
let answers = 0;
let stopping = false;

function tell(message: FromCrowd): void {
  process.send?.(message);
}

function fail(what: string): void {
  failures[what] = (failures[what] ?? 0) + 1;
}

function take({ server, page }: Target, answer: Answer, versionBefore: number): void {
  answers += 1;
  if (answer.status !== 200) {
    fail(`${page} answered ${answer.status}`);
    return;
  }
  const key = `${server} ${page} ${createHash("sha1").update(answer.body).digest("base64")}`;
  const known = sightings.get(key);
  if (known) {
    known.sentAt.push(answer.sentAt);
    return;
  }
  const reading = readMarkers(decoded(answer).toString("utf8"), versionBefore);
  sightings.set(key, { server, page, reading, firstSeen: answer.doneAt, sentAt: [answer.sentAt] });
  tell({ seen: { server, page, publication: reading.publication } });
}

async function readOn({ targets, versionBefore }: CrowdOrder, first: number): Promise<void> {
  const agent = keptConnections(1);
  for (let at = first; !stopping; at += 1) {
    const target = targets[at % targets.length];
    if (target === undefined) break;
    try {
      take(target, await readAddress(target.url, agent), versionBefore);
    } catch (problem) {
      fail(`${target.page}: ${(problem as Error).message}`);
    }
  }
  agent.destroy();
}

async function follow(order: CrowdOrder): Promise<void> {
  const began = performance.now();
  await Promise.all(Array.from({ length: order.connections }, (_, reader) => readOn(order, reader)));
  const seconds = (performance.now() - began) / 1000;
  const report: CrowdReport = { sightings: [...sightings.values()], answers, failures, seconds };
  tell({ report });
}

process.on("message", (message: ToCrowd) => {
  if ("stop" in message) stopping = true;
  else void follow(message.order);
});
