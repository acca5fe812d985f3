import { connect } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressBook } from "@/lib/features/addresses/view";
import { putEdition } from "@/lib/server/published/edition";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { compressWhole } from "./encoding";
import { type Answers, bigScript, openFront } from "./test-front";

const holding = { record: syntheticRecord(), addresses: addressBook };
const waveSlug = holding.record.wave.slug;

vi.mock("@/lib/server/logger", () => ({ log: () => undefined, errorFields: () => ({}) }));

let failing = false;
const answers: Answers = {
  "/en/about": (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "set-cookie": "a=1", "x-nextjs-cache": "HIT" });
    response.end(failing ? "<p>broken" : "<p>about");
  },
  "/kk/about": (_, response) => response.writeHead(failing ? 500 : 200, { "content-type": "text/html" }).end("<p>kk"),
  "/tr/about": (_, response) => response.writeHead(404, { "content-type": "text/html" }).end("<p>gone"),
  "/tr/search": (_, response) => {
    setTimeout(() => response.writeHead(200, { "content-type": "text/html" }).end("<p>at last"), 1900);
  },
  "/ru/about": () => {
    throw new Error("no page");
  },
};
let here: Awaited<ReturnType<typeof openFront>>;

beforeEach(async () => {
  failing = false;
  here = await openFront(holding, answers);
});
afterEach(() => here.close());

const hostile = {
  cookie: "session=me; NEXT_LOCALE=tr",
  host: "evil.example",
  authorization: "Bearer me",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-for": "10.0.0.1",
  forwarded: "host=evil.example",
  rsc: "1",
  "next-router-state-tree": "%5B%22evil%22%5D",
  "next-router-prefetch": "1",
  "next-router-segment-prefetch": "/evil",
  "next-url": "/evil",
  "next-action": "abc",
  "x-nextjs-data": "1",
  "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
  "x-middleware-prefetch": "1",
  "x-invoke-path": "/evil",
  "x-matched-path": "/evil",
  "x-prerender-revalidate": "abc",
  "x-http-method-override": "DELETE",
  "x-original-url": "/evil",
  "content-security-policy": "script-src 'nonce-evil'",
  "accept-language": "tr, kk;q=0.5",
  accept: "text/x-component",
  range: "bytes=0-1",
  "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT",
  purpose: "prefetch",
};

test("nothing a reader sends reaches the making of a public page, and all get the same", async () => {
  const path = "/en/search?q=strike";
  const first = await here.ask({ path: `${path}&_rsc=abc&nxtPlocale=tr`, headers: hostile });
  expect(here.reached).toEqual([{ method: "GET", url: path, headers: { host: "turnout.example" } }]);
  const plain = await here.ask({ path });
  expect([first.status, first.body]).toEqual([200, plain.body]);
  expect({ ...first.headers, date: "" }).toEqual({ ...plain.headers, date: "" });
  expect(here.reached).toHaveLength(1);
});

test("of the languages a browser names, the bare address reads the best, and says so to shared caches", async () => {
  const { status, headers } = await here.ask({ headers: { ...hostile, "accept-language": "de, ru;q=0.8, tr;q=0.9" } });
  expect([status, headers.location]).toEqual([307, "/tr"]);
  expect(headers.vary).toBe("Accept-Encoding, Accept-Language");
  expect(here.reached).toEqual([
    { method: "GET", url: "/", headers: { host: "turnout.example", "accept-language": "tr" } },
  ]);
  expect((await here.ask({ path: "/?x=1", headers: { "accept-language": "kk" } })).headers.location).toBe("/kk");
});

test("a page sets no cookie and says nothing of what made it", async () => {
  const { headers } = await here.ask({ path: "/en/about" });
  expect(Object.keys(headers).filter((name) => /cookie|^x-(?!content-type-options|frame-options)/.test(name))).toEqual(
    [],
  );
});

test("dashboards and first pages are there before anybody asks", async () => {
  for (const path of [`/en/waves/${waveSlug}`, `/tr/waves/${waveSlug}`, "/kk"]) {
    expect((await here.ask({ path })).status).toBe(200);
  }
  expect(here.reached).toEqual([]);
});

test("a hundred readers of a page that is not there yet make it once", async () => {
  const asked = Array.from({ length: 100 }, (_, at) => here.ask({ path: `/en/about?reader=${at}` }));
  expect(new Set((await Promise.all(asked)).map(({ body }) => body.toString()))).toEqual(new Set(["<p>about"]));
  expect(here.reached).toHaveLength(1);
});

test.each([
  "/en",
  "/en/about",
  `/en/waves/${waveSlug}`,
  "/",
  "/en/nothing",
  "/api/v1/live",
  "/_next/static/chunks/a.js",
])("nothing can be sent to %s", async (path) => {
  const { status, headers } = await here.ask({
    method: "POST",
    path,
    headers: { "next-action": "abc" },
    body: Buffer.from("x"),
  });
  expect([status, headers.allow, headers.connection]).toEqual([405, "GET, HEAD", "close"]);
  expect(here.reached).toEqual([]);
});

test("all addresses without a page share one answer in the language asked for, and Next is not asked", async () => {
  const [one, other, none] = await Promise.all([
    here.ask({ path: "/kk/nothing", headers: { "accept-language": "tr" } }),
    here.ask({ path: "/kk/waves/nobody?x=1" }),
    here.ask({ path: "/nothing", headers: { "accept-language": "kk" } }),
  ]);
  expect([one.status, other.status, none.status]).toEqual([404, 404, 404]);
  expect(one.body.toString()).toContain("/kk/missing");
  expect([other.body, none.body]).toEqual([one.body, one.body]);
  expect(none.headers.vary).toContain("Accept-Language");
  expect(here.reached).toEqual([]);
});

test("a program that asks for what is not there is told in its own way", async () => {
  const { status, headers, body } = await here.ask({ path: "/api/v1/waves/nobody/timeline.csv" });
  expect([status, headers["content-type"]]).toEqual([404, "application/json; charset=utf-8"]);
  expect(JSON.parse(body.toString())).toEqual({ error: expect.any(String) });
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
});

test("an address spelled otherwise leads to the one there is, and stays here", async () => {
  const slashes = await here.ask({ path: "//en//about/?x=1" });
  expect([slashes.status, slashes.headers.location]).toEqual([308, "/en/about?x=1"]);
  expect((await here.ask({ path: "//evil.example/" })).headers.location).toBe("/evil.example");
  expect(slashes.headers["x-content-type-options"]).toBe("nosniff");
});

test("a whole address, as a proxy is asked, is that of its path", async () => {
  const { status, headers } = await here.ask({ path: "http://turnout.example/en/about?x=1" });
  expect([status, headers.etag]).toEqual([200, (await here.ask({ path: "/en/about" })).headers.etag]);
});

test.each(["/en/%E0%A4%A", "ftp://turnout.example/en", "*", `/en?${"x".repeat(5000)}`])(
  "%s cannot be read",
  async (path) => {
    expect((await here.ask({ path })).status).toBe(400);
  },
);

/** What comes back for bytes no ordinary client would send. */
function rawAnswer(text: string): Promise<string> {
  return new Promise((resolve) => {
    let got = "";
    const socket = connect(here.port, "127.0.0.1", () => socket.end(text, "latin1"));
    socket.on("data", (piece) => {
      got += piece.toString("latin1");
    });
    socket.on("close", () => resolve(got));
  });
}

test.each(["//en?\f", "//en?\u0096\u00e9", "//en?\t//evil", "/\f/evil.example", "//en#\\\\evil", "/en?\\"])(
  "the bytes of %j never make an error of ours nor a way out",
  async (target) => {
    const answer = await rawAnswer(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|308|400|404) /);
    expect(answer).not.toMatch(/^Location: (?!\/[^/\\\s])/im);
  },
);

test("a page that cannot be made is 503 with the time to come back, in the reader's language", async () => {
  const { status, headers, body } = await here.ask({ path: "/ru/about" });
  expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([503, "10", "no-store"]);
  expect(body.toString()).toContain("/ru/unavailable");
  const data = await here.ask({ path: "/api/v1/waves/nobody/timeline.csv" });
  expect(data.status).toBe(404);
});

test("a page that is not finished in time says that it is on its way, has the browser come back, and is there then", async () => {
  const { status, headers, body } = await here.ask({ path: "/tr/search" });
  expect([status, headers["retry-after"], headers.refresh, headers["cache-control"]]).toEqual([
    503,
    "2",
    "2",
    "no-store",
  ]);
  expect(body.toString()).toContain("/tr/coming");
  await expect.poll(async () => (await here.ask({ path: "/tr/search" })).body.toString()).toBe("<p>at last");
});

test("a page that says itself that it is not there is the shared 404", async () => {
  const { status, body } = await here.ask({ path: "/tr/about" });
  expect([status, body.toString().includes("/tr/missing")]).toEqual([404, true]);
});

test("a page that failed once is tried again", async () => {
  failing = true;
  expect((await here.ask({ path: "/kk/about" })).status).toBe(503);
  failing = false;
  expect((await here.ask({ path: "/kk/about" })).status).toBe(200);
});

test("while the database is away pages tell their age", async () => {
  expect((await here.ask({ path: "/en/about" })).headers.age).toBeUndefined();
  const since = Date.now() - 60_000;
  putEdition({ awaySince: since }, { kind: "away", since });
  await vi.waitFor(async () => {
    expect(Number((await here.ask({ path: "/en/about" })).headers.age)).toBeGreaterThanOrEqual(60);
  });
  putEdition({ awaySince: null }, { kind: "back" });
  await vi.waitFor(async () => expect((await here.ask({ path: "/en/about" })).headers.age).toBeUndefined());
});

test("a publication shows in the pages of its wave and not in pages of text", async () => {
  const wave = `/en/waves/${waveSlug}`;
  await here.ask({ path: "/en/about" });
  here.reached.length = 0;
  const [record] = here.edition.records;
  const edition = { ...here.edition, version: 2, records: record ? [{ ...record, version: 2 }] : [] };
  putEdition({ edition }, { kind: "published", edition, waves: ["zz30"] });
  await vi.waitFor(() => expect(here.reached.map(({ url }) => url)).toContain(wave));
  await here.ask({ path: "/en/about" });
  expect(here.reached.map(({ url }) => url)).not.toContain("/en/about");
});

test("a file is sent compressed as far as it goes, for ever, and read once", async () => {
  const ask = { path: "/_next/static/chunks/a.js", headers: { "accept-encoding": "br" } };
  const { headers, body } = await here.ask(ask);
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(brotliDecompressSync(body).toString()).toBe(bigScript);
  expect(body.equals(await compressWhole(Buffer.from(bigScript), "br", "always"))).toBe(true);
  await here.ask({ ...ask, path: `${ask.path}?x=1` });
  await here.ask({ ...ask, method: "HEAD" });
  expect(here.reached).toHaveLength(1);
  expect((await here.ask({ path: "/icon.svg" })).headers["cache-control"]).toBe("public, max-age=3600");
});

test.each([
  "/_next/static/chunks/b.js",
  "/_next/static/../../package.json",
  "/.next/static/chunks/a.js",
  "/_next/image?url=x",
])("%s is no file", async (path) => {
  expect((await here.ask({ path })).status).toBe(404);
  expect(here.reached).toEqual([]);
});
