import { connect } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressBook } from "@/lib/features/addresses/view";
import { aside } from "@/lib/server/aside";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { type Answers, openFront } from "./test-front";

const holding = { record: syntheticRecord(), addresses: addressBook };

vi.mock("@/lib/server/logger", () => ({ log: () => undefined, errorFields: () => ({}) }));

const html = { "content-type": "text/html; charset=utf-8" };
let release: (() => void) | undefined;
/** Who guesses and is made to wait. */
const slowedDown: (() => void)[] = [];

const answers: Answers = {
  "/en/account": (request, response) => {
    const nonce = /'nonce-([^']+)'/.exec(String(request.headers["content-security-policy"]))?.[1];
    response.writeHead(200, {
      ...{ ...html, etag: '"mine"', "cache-control": "public, max-age=60", vary: "rsc", "content-length": 7 },
      "set-cookie": ["a=1; HttpOnly", "b=2; HttpOnly"],
    });
    response.end(`<script nonce="${nonce}">mine()</script>${"<p>my row</p>".repeat(500)}`);
  },
  "/kk/account": (_, response) => response.writeHead(500, html).end("<p>half a page, with a stack"),
  "/ru/account": () => {
    throw new Error("no answer");
  },
  "/api/auth/session": (_, response) => response.writeHead(200, { "content-type": "application/json" }).end("{}"),
  "/api/auth/broken": (_, response) => response.writeHead(500, { "content-type": "application/json" }).end('{"e":1}'),
  "/api/auth/nothing": (_, response) => response.writeHead(204).end(),
  "/tr/account": async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    response.writeHead(200, html).end(`read ${Buffer.concat(pieces).length}`);
  },
  "/api/auth/guess": async (_, response) => {
    await aside(() => new Promise<void>((resolve) => slowedDown.push(resolve)));
    response.writeHead(200, html).end("wrong");
  },
  // As Next does for an action sent by script: it asks for the page that the action leads to, with the same headers.
  "/api/auth/leads-on": async (request, response) => {
    const headers = Object.entries(request.headers).filter(([name]) => name !== "connection");
    const page = await here.ask({
      path: "/en/account",
      headers: Object.fromEntries(headers) as Record<string, string>,
    });
    response.writeHead(page.status, html).end("led on");
  },
  "/api/auth/slow": async (_, response) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    response.writeHead(200, html).end("late");
  },
};
let here: Awaited<ReturnType<typeof openFront>>;

beforeEach(async () => {
  here = await openFront(holding, answers);
});
afterEach(() => here.close());

const nonceOf = (policy: unknown) => /script-src 'self' 'nonce-([\w+/=]+)'/.exec(String(policy))?.[1];

test("a personal page is kept by nobody and runs what carries the nonce of this answer", async () => {
  const [one, two] = await Promise.all([here.ask({ path: "/en/account" }), here.ask({ path: "/en/account" })]);
  for (const { headers, body } of [one, two]) {
    const nonce = nonceOf(headers["content-security-policy"]);
    expect(Buffer.from(nonce ?? "", "base64").length).toBeGreaterThanOrEqual(16);
    expect(body.toString()).toContain(`<script nonce="${nonce}">`);
    expect(headers["cache-control"]).toBe("private, no-store");
    expect([headers.etag, headers.vary, headers.age]).toEqual([undefined, "Accept-Encoding", undefined]);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers["set-cookie"]).toEqual(["a=1; HttpOnly", "b=2; HttpOnly"]);
  }
  expect(nonceOf(one.headers["content-security-policy"])).not.toBe(nonceOf(two.headers["content-security-policy"]));
  expect(here.reached).toHaveLength(2);
});

test("an If-None-Match or a Range changes nothing of it", async () => {
  const { status, body } = await here.ask({
    path: "/en/account",
    headers: { "if-none-match": "*", range: "bytes=0-1" },
  });
  expect([status, body.length > 5000]).toEqual([200, true]);
});

test("it is compressed as the reader likes", async () => {
  const { headers, body } = await here.ask({ path: "/en/account", headers: { "accept-encoding": "gzip;q=0.5, br" } });
  expect([headers["content-encoding"], headers["content-length"]]).toEqual(["br", String(body.length)]);
  expect(brotliDecompressSync(body).toString()).toContain("<p>my row</p>");
});

test("HEAD says what GET says, without the body", async () => {
  const [get, head] = await Promise.all([
    here.ask({ path: "/en/account" }),
    here.ask({ path: "/en/account", method: "HEAD" }),
  ]);
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(Object.keys(head.headers)).toEqual(Object.keys(get.headers));
  // Asked for HEAD, Next would leave the body out and nobody could say its length.
  expect(here.reached.map(({ method }) => method)).toEqual(["GET", "GET"]);
  expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
});

test("what Next's parts tell each other is dropped, and nobody sets the nonce; the rest goes through", async () => {
  const own = {
    ...{ cookie: "session=me", host: "turnout.example", origin: "http://turnout.example", "next-action": "abc" },
    ...{ "sec-fetch-site": "same-origin", "user-agent": "a browser", "accept-language": "kk" },
  };
  const internal = [
    ...["x-middleware-subrequest", "x-middleware-prefetch", "x-invoke-path", "x-invoke-query", "x-nextjs-data"],
    ...[
      "x-next-cache-tags",
      "x-matched-path",
      "x-now-route-matches",
      "x-forwarded-host",
      "x-forwarded-for",
      "forwarded",
    ],
  ];
  const planted = Object.fromEntries(internal.map((name) => [name, "evil"]));
  const policy = { "content-security-policy": "script-src 'nonce-evil'" };
  const { headers } = await here.ask({ path: "/en/account", headers: { ...own, ...planted, ...policy } });
  const seen = here.reached[0]?.headers ?? {};
  expect(seen).toMatchObject(own);
  expect(Object.keys(seen).filter((name) => internal.includes(name))).toEqual([]);
  expect(seen["content-security-policy"]).toBe(`script-src 'nonce-${nonceOf(headers["content-security-policy"])}'`);
  expect(String(seen["content-security-policy"])).not.toContain("evil");
});

test("data of one reader is not kept either, and can run nothing", async () => {
  const { headers } = await here.ask({ path: "/api/auth/session" });
  expect([headers["cache-control"], headers["content-type"]]).toEqual(["private, no-store", "application/json"]);
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'.*sandbox/);
});

test("an answer without a body has no length", async () => {
  const { status, headers } = await here.ask({ path: "/api/auth/nothing" });
  expect([status, headers["content-length"], headers["transfer-encoding"]]).toEqual([204, undefined, undefined]);
});

test("a page that fails is said to be unavailable, in its language, with the time to come back", async () => {
  const { status, headers, body } = await here.ask({ path: "/kk/account" });
  expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([503, "10", "no-store"]);
  expect(body.toString()).toContain("/kk/unavailable");
  expect(body.toString()).not.toContain("stack");
});

test("a program is told of a failure in its own way", async () => {
  const { status, body } = await here.ask({ path: "/api/auth/broken" });
  expect([status, body.toString()]).toEqual([500, '{"e":1}']);
});

test("no answer at all is a failure without a word of why", async () => {
  const { status, body } = await here.ask({ path: "/ru/account" });
  expect(status).toBeGreaterThanOrEqual(500);
  expect(body.toString()).not.toContain("no answer");
});

test("a reader who goes away before the answer harms nobody", async () => {
  const socket = connect(here.port, "127.0.0.1", () => socket.write("GET /api/auth/slow HTTP/1.1\r\nHost: x\r\n\r\n"));
  await vi.waitFor(() => expect(release).toBeDefined());
  socket.destroy();
  release?.();
  expect((await here.ask({ path: "/en/account" })).status).toBe(200);
});

test("who is slowed down for guessing keeps nobody else's page waiting", async () => {
  const guesses = Array.from({ length: 30 }, () => here.ask({ path: "/api/auth/guess" }));
  await vi.waitFor(() => expect(slowedDown).toHaveLength(30));
  expect((await here.ask({ path: "/en/account" })).status).toBe(200);
  for (const goOn of slowedDown) goOn();
  expect((await Promise.all(guesses)).map(({ status }) => status)).toEqual(guesses.map(() => 200));
});

test("what leads on to another page waits for no place that others like it hold", async () => {
  const leading = Array.from({ length: 30 }, () => here.ask({ path: "/api/auth/leads-on" }));
  expect((await Promise.all(leading)).map(({ status }) => status)).toEqual(leading.map(() => 200));
});

test("nobody outside knows the word by which that is recognised", async () => {
  await here.ask({ path: "/en/account", headers: { "x-turnout-within": "guessed" } });
  expect(here.reached[0]?.headers["x-turnout-within"]).toMatch(/^[\w-]{43}$/);
});

test("a form of another origin reaches nobody, whatever else it says of where it came from", async () => {
  for (const origin of ["http://evil.example", "null", "turnout.example", "http://turnout.example.evil.example"]) {
    const headers = { origin, host: "turnout.example", "sec-fetch-site": "same-origin", "next-action": "abc" };
    expect((await here.ask({ path: "/en/account", method: "POST", headers })).status).toBe(403);
  }
  expect(here.reached).toEqual([]);
});

test.each(["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "PROPFIND"])("%s is no method here", async (method) => {
  for (const path of ["/en", "/en/account"]) {
    const { status, headers } = await here.ask({ method, path });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD, POST"]);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
  expect(here.reached).toEqual([]);
});

test.each(["gzip", "br", "GZIP", "identity, gzip", "x"])("a body in the coding %s is refused", async (coding) => {
  const headers = { "content-encoding": coding };
  const { status } = await here.ask({ method: "POST", path: "/tr/account", headers, body: Buffer.alloc(10) });
  expect([status, here.reached]).toEqual([415, []]);
});

test("a body is read up to the limit, whether its length is told or not, and refused beyond it", async () => {
  const post = async (size: number, headers: Record<string, string> = {}) => {
    const { status, body } = await here.ask({ method: "POST", path: "/tr/account", headers, body: Buffer.alloc(size) });
    return status === 200 ? body.toString() : status;
  };
  const chunked = { "transfer-encoding": "chunked" };
  expect(await post(1024)).toBe("read 1024");
  expect(await post(1024, { ...chunked, "content-encoding": "identity" })).toBe("read 1024");
  expect(await post(1025)).toBe(413);
  expect(await post(1025, chunked)).toBe(413);
});

test("a larger body is read at the address that takes files alone, and from whoever carries a session alone", async () => {
  const cookie = "a=b; next-auth.session-token=of-somebody";
  const post = async (path: string, headers: Record<string, string>, size = 2000) => {
    return (await here.ask({ method: "POST", path, headers, body: Buffer.alloc(size) })).status;
  };
  // There is no such page here: what passes the limit is refused for that.
  expect(await post("/tr/contribute/import", { cookie })).toBe(405);
  expect(await post("/tr/contribute/import/0198c0de-0000-7000-8000-000000000000", { cookie })).toBe(405);
  expect(await post("/tr/contribute/import", {})).toBe(413);
  expect(await post("/tr/contribute/import/new", { cookie })).toBe(413);
  expect(await post("/tr/account", { cookie })).toBe(413);
  expect(await post("/tr/contribute/import", { cookie }, 6 * 1024 * 1024)).toBe(413);
});
