import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { megabytes, residentBytes } from "../support/process-memory";
import { slowClients } from "./support/how-much";
import { onOwnDatabase } from "./support/on-own-database";
import { MUCH_READ, WAVE } from "./support/public-addresses";
import { inTurn, startReaders } from "./support/readers";

const running = onOwnDatabase();
/** The patience with readers who take nothing is the longest: see slow-clients.ts and serve.ts in lib/server/pages. */
const giveUpMs = 200_000;
/** A hundred readers who take nothing must not take the machine: what waits for them is bounded. */
const mostBytes = 1.5e9;
const dripMs = 2000;
const open = new Set<Socket>();

afterEach(() => {
  for (const socket of open) socket.destroy();
});

type Kind = "half a head" | "half a body" | "reads nothing";
const begins: Record<Kind, string> = {
  "half a head": `GET ${WAVE} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: `,
  "half a body":
    "POST /en/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x",
  // Pipelined and uncompressed, so that no buffer of the system can hold it all.
  "reads nothing": `GET ${WAVE} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(50),
};

/** Resolves with the ms until the server had closed the connection. */
function slowClient(port: number, kind: Kind): Promise<number> {
  const began = performance.now();
  const socket = connect(port, "127.0.0.1");
  open.add(socket);
  socket.on("error", () => undefined);
  socket.write(begins[kind]);
  if (kind === "reads nothing") socket.pause();
  else socket.resume();
  const drip = setInterval(() => {
    // Reading nothing hides the end of the connection: only writing shows that it is gone.
    if (!socket.destroyed) socket.write(kind === "reads nothing" ? "\r\n" : "x");
  }, dripMs);
  return new Promise((resolve) => {
    socket.once("close", () => {
      clearInterval(drip);
      open.delete(socket);
      resolve(performance.now() - began);
    });
  });
}

test(`${slowClients} slow clients keep nobody waiting and are closed in the end`, async () => {
  const { server } = running;
  const kinds: Kind[] = ["half a head", "half a body", "reads nothing"];
  const next = inTurn(MUCH_READ);
  const alone = startReaders({ base: server.url, next, connections: 8, giveUpMs: 10_000, pauseMs: 10 });
  await wait(3000);
  const usual = await alone.stop();
  const before = residentBytes(server.pid);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentBytes(server.pid));
  }, 250);
  const closed = kinds.map((kind) => ({
    kind,
    all: Promise.all(
      Array.from({ length: Math.ceil(slowClients / kinds.length) }, () => slowClient(server.port, kind)),
    ),
  }));
  const readers = startReaders({ base: server.url, next, connections: 8, giveUpMs: 10_000, pauseMs: 10 });
  const ends = await Promise.race([
    Promise.all(
      closed.map(
        async ({ kind, all }) => `${kind}: last closed after ${Math.round(Math.max(...(await all)) / 1000)} s`,
      ),
    ),
    wait(giveUpMs, null),
  ]);
  clearInterval(watch);
  const summary = await readers.stop();
  console.log(
    `${slowClients} slow clients: ${summary.answers} other answers, p99 ${summary.p99Ms} ms, slowest ${summary.maxMs} ms ` +
      `(without them p99 ${usual.p99Ms} ms). Memory ${megabytes(before)} before, ${megabytes(most)} at most. ${(ends ?? [`${open.size} still open after ${giveUpMs / 1000} s`]).join("; ")}.`,
  );
  expect(summary.failures).toEqual({});
  expect(open.size).toBe(0);
  expect(most).toBeLessThan(mostBytes);
});
