import { get, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressBook } from "@/lib/features/addresses/view";
import { putEdition } from "@/lib/server/published/edition";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { LiveDesk } from "./live";
import { openFront } from "./test-front";
import { listenHere, type TestServer } from "./test-server";

const holding = { record: syntheticRecord(), addresses: addressBook };
const waveSlug = holding.record.wave.slug;

vi.mock("@/lib/server/logger", () => ({ log: () => undefined, errorFields: () => ({}) }));

type Stream = { response: IncomingMessage; heard(): string; ended: Promise<void> };

/** Opens a stream and goes on reading it. */
function listenTo(port: number, path: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      let heard = "";
      response.setEncoding("utf8").on("data", (piece) => {
        heard += piece;
      });
      const ended = new Promise<void>((done) => response.once("close", done));
      resolve({ response, heard: () => heard, ended });
    }).on("error", reject);
  });
}

let desk: LiveDesk;
let here: TestServer;

beforeEach(async () => {
  desk = new LiveDesk({ https: true, mostListeners: 2 });
  here = await listenHere((request, response) => {
    const query = new URLSearchParams(request.url?.split("?")[1]);
    desk.listen(response, query.get("wave") ?? "", { has: Number(query.get("has")), latest: 5 });
  });
});
afterEach(async () => {
  desk.close();
  await here.close();
});

test("a page that has the latest hears nothing until something newer is published in its wave", async () => {
  const stream = await listenTo(here.port, "/?wave=a&has=5");
  expect(stream.response.headers).toMatchObject({
    ...{ "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" },
    ...{
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    },
  });
  desk.announce("b", 9);
  desk.announce("a", 5);
  desk.announce("a", 6);
  desk.announce("a", 6);
  desk.announce("a", 7);
  await vi.waitFor(() => expect(stream.heard()).toContain("id: 7"));
  const events = stream.heard().split("\n\n").filter(Boolean);
  expect(events).toEqual([
    "retry: 5000",
    'event: published\nid: 6\ndata: {"version":6}',
    'event: published\nid: 7\ndata: {"version":7}',
  ]);
});

test("a page that is behind already hears so at once, and once", async () => {
  const stream = await listenTo(here.port, "/?wave=a&has=3");
  await vi.waitFor(() => expect(stream.heard()).toContain('data: {"version":5}\n\n'));
  desk.announce("a", 5);
  desk.announce("a", 6);
  await vi.waitFor(() => expect(stream.heard()).toContain('"version":6'));
  expect(stream.heard().match(/event:/g)).toHaveLength(2);
});

test("nobody listens any more who went away", async () => {
  const stream = await listenTo(here.port, "/?wave=a&has=5");
  await vi.waitFor(() => expect(desk.listeners).toBe(1));
  stream.response.destroy();
  await vi.waitFor(() => expect(desk.listeners).toBe(0));
  expect(() => desk.announce("a", 6)).not.toThrow();
});

test("when as many listen as may, the next is told when to come back, and a place that is left is free", async () => {
  const streams = [await listenTo(here.port, "/?wave=a&has=5"), await listenTo(here.port, "/?wave=b&has=5")];
  const refused = await here.ask({ path: "/?wave=a&has=5" });
  expect([refused.status, refused.headers["retry-after"], refused.headers["cache-control"]]).toEqual([
    503,
    "60",
    "no-store",
  ]);
  expect(refused.headers["x-content-type-options"]).toBe("nosniff");
  streams[0]?.response.destroy();
  await vi.waitFor(() => expect(desk.listeners).toBe(1));
  expect((await listenTo(here.port, "/?wave=a&has=5")).response.statusCode).toBe(200);
});

// Once a HEAD took a listener's place and was never answered.
test("HEAD says what would be sent and takes nobody's place", async () => {
  const { status, headers } = await here.ask({ path: "/?wave=a&has=5", method: "HEAD" });
  expect([status, headers["content-type"], desk.listeners]).toEqual([200, "text/event-stream; charset=utf-8", 0]);
});

test("a connection that is not read is closed when too much lies in it", async () => {
  const connected = new Promise<import("node:net").Socket>((resolve) => here.server.once("connection", resolve));
  const stream = await listenTo(here.port, "/?wave=a&has=5");
  const socket = await connected;
  // As when the network takes nothing more.
  socket.cork();
  for (let version = 6; version < 1000; version += 1) desk.announce("a", version);
  expect(socket.destroyed).toBe(true);
  await stream.ended;
  await vi.waitFor(() => expect(desk.listeners).toBe(0));
});

test("a silent connection is spoken to more often than once in half a minute", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const own = new LiveDesk({ https: false, mostListeners: 2 });
  const server = await listenHere((_, response) => own.listen(response, "a", { has: 1, latest: 1 }));
  const stream = await listenTo(server.port, "/");
  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(stream.heard()).toBe("retry: 5000\n\n:\n\n"));
  own.close();
  await stream.ended;
  await server.close();
});

test("all are let go when it stops", async () => {
  const streams = [await listenTo(here.port, "/?wave=a&has=5"), await listenTo(here.port, "/?wave=b&has=5")];
  desk.close();
  await Promise.all(streams.map(({ ended }) => ended));
  await vi.waitFor(() => expect(desk.listeners).toBe(0));
});

test("the front opens a stream for a wave it knows, tells of a publication, and ends it at its stop", async () => {
  const front = await openFront(holding);
  const live = (query: string) => `/api/v1/live?${query}`;
  for (const query of [
    "wave=nobody&version=1",
    `wave=${waveSlug}`,
    `wave=${waveSlug}&version=-1`,
    "version=1",
    `wave=${waveSlug}&version=1e3`,
  ]) {
    expect((await front.ask({ path: live(query) })).status, query).toBe(404);
  }
  const stream = await listenTo(front.port, live(`version=1&wave=${waveSlug}`));
  const behind = await listenTo(front.port, live(`version=0&wave=${waveSlug}`));
  await vi.waitFor(() => expect(behind.heard()).toContain('"version":1'));
  expect(stream.heard()).not.toContain("event:");
  const [record] = front.edition.records;
  const edition = { ...front.edition, version: 2, records: record ? [{ ...record, version: 2 }] : [] };
  putEdition({ edition }, { kind: "published", edition, waves: ["zz30"] });
  await vi.waitFor(() => expect(stream.heard()).toContain('event: published\nid: 2\ndata: {"version":2}'));
  await front.close();
  await Promise.all([stream.ended, behind.ended]);
});
