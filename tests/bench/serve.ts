import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { startOwnServer } from "../support/own-server";
import { browserEncodings, quantile } from "../support/read-address";
import { chooseLoader, isOnPath, type Loader, type LoadResult } from "./load";
import { measureMemory } from "./memory-under-load";
import { type Rival, startBareServer, startNginx } from "./rival-servers";
import { takeAnswer } from "./same-answer";

/**
 * `npm run bench:serve [-- --seconds 5 --rounds 3 --minutes 10 --loader autocannon]`: how fast the dashboard is sent,
 * beside a bare Node server and nginx with the same bytes, by turns in one run; and memory under load. Ends with 1
 * when a goal is missed.
 */
const PAGE = "/en/waves/kazakhstan-january-2022";
const CONNECTIONS = [16, 64, 256];
const GOAL = { ofBare: 0.6, ofNginx: 0.25, p99Ms: 20, p99Connections: 64 };

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    minutes: { type: "string", default: "10" },
    loader: { type: "string" },
  },
});
const [seconds, rounds, minutes] = [values.seconds, values.rounds, values.minutes].map(Number) as [
  number,
  number,
  number,
];

type Who = "Turnout" | "bare Node" | "nginx";
type Servers = Partial<Record<Who, string>>;
type Measured = { what: "page" | "304"; connections: number; by: Map<Who, LoadResult> };

function middle(results: LoadResult[]): LoadResult {
  const of = (key: keyof LoadResult) =>
    quantile(
      results.map((one) => one[key]),
      0.5,
    );
  const errors = results.reduce((sum, one) => sum + one.errors, 0);
  return { perSecond: of("perSecond"), p50Ms: of("p50Ms"), p99Ms: of("p99Ms"), requests: of("requests"), errors };
}

/** By turns, so that whatever else the machine does meets all of them alike; of the rounds, the middle. */
async function compare(
  loader: Loader,
  servers: Servers,
  { what, connections, headers }: Pick<Measured, "what" | "connections"> & { headers: Record<string, string> },
): Promise<Measured> {
  const results = new Map<Who, LoadResult[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [who, url] of Object.entries(servers) as [Who, string][]) {
      const result = await loader.run({ url, connections, seconds, headers });
      results.set(who, [...(results.get(who) ?? []), result]);
    }
  }
  return { what, connections, by: new Map([...results].map(([who, some]) => [who, middle(some)])) };
}

function print(all: Measured[]): void {
  console.table(
    all.flatMap(({ what, connections, by }) =>
      [...by].map(([who, one]) => {
        const of = (rival: Who) => {
          const other = by.get(rival);
          return who === "Turnout" && other ? `${Math.round((one.perSecond / other.perSecond) * 100)} %` : "";
        };
        return {
          ...{ what, connections, server: who, "per second": Math.round(one.perSecond) },
          ...{ "p50 ms": Number(one.p50Ms.toFixed(2)), "p99 ms": Number(one.p99Ms.toFixed(2)), errors: one.errors },
          ...{ "of bare Node": of("bare Node"), "of nginx": of("nginx") },
        };
      }),
    ),
  );
}

function missed({ what, connections, by }: Measured): string[] {
  const own = by.get("Turnout");
  if (!own) return ["Turnout was not measured"];
  const name = `${what} at ${connections} connections`;
  const short = (rival: Who, goal: number) => {
    const other = by.get(rival);
    const share = other ? own.perSecond / other.perSecond : goal;
    return share < goal ? [`${name}: ${(share * 100).toFixed(0)} % of ${rival}, goal ${goal * 100} %`] : [];
  };
  return [
    ...short("bare Node", GOAL.ofBare),
    ...short("nginx", GOAL.ofNginx),
    ...(connections === GOAL.p99Connections && own.p99Ms >= GOAL.p99Ms ? [`${name}: p99 ${own.p99Ms} ms`] : []),
    ...(own.errors > 0 ? [`${name}: ${own.errors} errors`] : []),
  ];
}

const loader = chooseLoader(values.loader);
const own = await startOwnServer();
const rivals: Rival[] = [];
const problems: string[] = [];
try {
  const url = own.url + PAGE;
  const headers = { "accept-encoding": browserEncodings };
  // A page rendered on a cold server numbers the pieces of its payload in another order than later ones.
  for (let warmed = 0; warmed < 5; warmed += 1) await (await fetch(url)).arrayBuffer();
  const same = await takeAnswer(url, headers);
  const bare = await startBareServer(same);
  rivals.push(bare);
  const servers: Servers = { Turnout: url, "bare Node": bare.url };
  console.log(
    `${availableParallelism()} cores, shared by server and load. Load by ${loader.name}, ${rounds} × ${seconds} s each.`,
  );
  console.log(`The dashboard: ${same.body.length} bytes as it travels (${same.encoding}).`);
  if (isOnPath("nginx", "-v")) {
    const nginx = await startNginx(same);
    rivals.push(nginx);
    servers.nginx = nginx.url;
  } else console.log("nginx is not on PATH: that comparison is left out.");
  const all: Measured[] = [];
  for (const connections of CONNECTIONS)
    all.push(await compare(loader, servers, { what: "page", connections, headers }));
  const { Turnout, "bare Node": bareUrl } = servers;
  const known = { ...headers, "if-none-match": same.etag };
  for (const connections of CONNECTIONS) {
    const two = { Turnout, "bare Node": bareUrl } as Servers;
    all.push(await compare(loader, two, { what: "304", connections, headers: known }));
  }
  print(all);
  problems.push(...all.flatMap(missed));
  if (minutes > 0) {
    const load = { url, connections: GOAL.p99Connections, seconds: Math.round(minutes * 60), headers };
    problems.push(...(await measureMemory(own.pid, loader, load)));
  }
} finally {
  for (const rival of rivals) await rival.stop();
  await own.stop();
}
for (const problem of problems) console.error(`Missed: ${problem}`);
console.log(problems.length === 0 ? "All goals are met." : `${problems.length} goals missed.`);
process.exitCode = problems.length === 0 ? 0 : 1;
