import { beforeAll, expect } from "vitest";
import { projectFolder } from "@/lib/server/launch/project";
import { readRoutes } from "@/lib/server/pages/routes";
import { rollWith } from "../faults/support/attack-requests";
import { RawConnection } from "../faults/support/raw-connection";
import { megabytes, residentBytes } from "../support/process-memory";
import { ask, nobody, site, type Visitor } from "./support/asking";
import { builtActions } from "./support/build";
import { fact } from "./support/fact";
import { fuzzedRequests } from "./support/fuzzed-requests";
import { fuzzedRequests as requests } from "./support/how-much";
import { newcomer } from "./support/people";

const connections = 16;
const mostBytes = 2.5e9;
let visitors: Visitor[];

beforeAll(async () => {
  visitors = [nobody, await newcomer("contributor"), await newcomer("moderator"), await newcomer("admin")];
});

/** A page that is being made, or whose line is full, opens by itself; every other answer of the 500s is one that nobody foresaw. */
const isComing = (status: number, head: string) => status === 503 && /^refresh:/im.test(head);

fact(
  `${requests} fuzzed requests: none is answered with a 500, and the server still serves`,
  async ({ tried, found }) => {
    const { routes } = readRoutes(projectFolder);
    // Of the public ones a few: `npm run test:faults` attacks them by the million.
    const patterns = routes
      .filter(({ plane }, at) => plane === "personal" || at % 8 === 0)
      .map(({ pattern }) => pattern);
    const ending = new Set(["signOutAction", "deleteAccountAction", "changePassphraseAction"]);
    const actions = builtActions().filter(({ name }) => !ending.has(name));
    const next = fuzzedRequests({ patterns, visitors, actions: actions.map(({ id }) => id) }, rollWith(Math.random));
    const before = residentBytes(site.pid);
    const statuses: Record<string, number> = {};
    let [sent, broken, coming] = [0, 0, 0];
    const one = async () => {
      const connection = new RawConnection(site.port);
      while (sent < requests) {
        sent += 1;
        tried();
        const { text, hasBody, line } = next();
        try {
          const { status, head } = await connection.exchange(text, { hasBody, timeoutMs: 60_000 });
          statuses[status] = (statuses[status] ?? 0) + 1;
          if (isComing(status, head)) coming += 1;
          else if (status >= 500) found(`${status}: ${line}`);
        } catch {
          broken += 1;
        }
      }
      connection.close();
    };
    await Promise.all(Array.from({ length: connections }, one));
    const after = residentBytes(site.pid);
    console.log(
      `Answers ${JSON.stringify(statuses)}, of them ${coming} pages on their way, ${broken} connections cut; memory ${megabytes(before)} before, ${megabytes(after)} after.`,
    );
    for (const path of ["/en", "/en/sign-in", "/api/health/ready"]) {
      const { status } = await ask(nobody, path);
      if (status !== 200) found(`${path} answers ${status} afterwards`);
    }
    if (after > mostBytes) found(`the server holds ${megabytes(after)}`);
    expect(broken).toBeLessThan(Math.max(20, requests / 100));
  },
);
