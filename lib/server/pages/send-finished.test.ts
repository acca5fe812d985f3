import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FinishedPage, finishPage, PUBLIC_CACHE } from "./finished-page";
import { sendFinished } from "./send-finished";
import { listenHere, type TestServer } from "./test-server";

const text = `<html><script>self.__next_f.push([0])</script>${"<p>row</p>".repeat(800)}</html>`;
const finish = (body: string | Buffer, type = "text/html; charset=utf-8", status = 200) =>
  finishPage(
    { status, headers: new Map([["content-type", type]]), body: Buffer.from(body) },
    { https: false, cacheControl: PUBLIC_CACHE },
  );

const pages: Record<string, FinishedPage> = {
  "/page": await finish(text),
  "/tiny": await finish("<p>tiny"),
  "/empty": await finish(""),
  "/picture": await finish(Buffer.from([0x89, 0x50, 0, 255]), "image/png"),
  "/missing": await finish(text, undefined, 404),
};
const extra = ["Age", "12", "Retry-After", "10"];
let here: TestServer;

beforeEach(async () => {
  here = await listenHere((request, response) => {
    const [path = "", query] = (request.url ?? "").split("?");
    const page = pages[path];
    if (page) sendFinished(request, response, page, query === "extra" ? extra : undefined);
  });
});
afterEach(() => here.close());

/** Without what belongs to the connection and the moment. */
function lasting(headers: Record<string, unknown>): Record<string, unknown> {
  const { date, connection, "keep-alive": _, ...rest } = headers;
  return rest;
}

test.each([
  ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  [undefined, undefined, (body: Buffer) => body],
  ["br;q=0, gzip;q=0", undefined, (body: Buffer) => body],
])("for %s the page comes as %s, and is the same", async (accepted, encoding, open) => {
  const headers: Record<string, string> = accepted === undefined ? {} : { "accept-encoding": accepted };
  const { status, headers: got, body } = await here.ask({ path: "/page", headers });
  expect([status, got["content-encoding"], got["content-length"]]).toEqual([200, encoding, String(body.length)]);
  expect(open(body).toString()).toBe(text);
  expect(got.vary).toBe("Accept-Encoding");
  expect(got.etag).toBe(pages["/page"]?.etag);
  expect(got["content-security-policy"]).toMatch(/script-src 'self' 'sha256-[^']+';/);
});

test.each([
  ["/tiny", "<p>tiny"],
  ["/empty", ""],
])("%s is sent as it is, whatever the reader takes", async (path, expected) => {
  for (const accepted of ["br", "gzip", "identity"]) {
    const { headers, body } = await here.ask({ path, headers: { "accept-encoding": accepted } });
    expect([body.toString(), headers["content-length"]]).toEqual([expected, String(expected.length)]);
    expect(headers["content-encoding"]).toBeUndefined();
  }
});

test("a picture is not compressed again", async () => {
  const { headers, body } = await here.ask({ path: "/picture", headers: { "accept-encoding": "br" } });
  expect([[...body], headers["content-encoding"]]).toEqual([[0x89, 0x50, 0, 255], undefined]);
});

test.each(["br", "gzip", "identity"])("HEAD says in %s what GET says and sends no body", async (accepted) => {
  for (const path of ["/page", "/tiny", "/missing", "/page?extra"]) {
    const ask = { path, headers: { "accept-encoding": accepted } };
    const [get, head] = await Promise.all([here.ask(ask), here.ask({ ...ask, method: "HEAD" })]);
    expect([head.status, lasting(head.headers)]).toEqual([get.status, lasting(get.headers)]);
    expect([head.body.length, get.body.length > 0]).toEqual([0, true]);
  }
});

test("304 for whoever has the page, with the headers RFC 9110 asks for and the policy, and without a body", async () => {
  const first = await here.ask({ path: "/page" });
  const again = await here.ask({ path: "/page", headers: { "if-none-match": String(first.headers.etag) } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  for (const name of ["etag", "cache-control", "vary", "content-security-policy", "x-content-type-options"]) {
    expect(again.headers[name], name).toBe(first.headers[name]);
    expect(again.headers[name], name).toBeDefined();
  }
  expect(again.headers.date).toBeDefined();
  for (const name of ["content-length", "content-encoding", "content-type", "transfer-encoding"]) {
    expect(again.headers[name], name).toBeUndefined();
  }
});

test("304 answers HEAD and carries the headers of the moment too", async () => {
  const headers = { "if-none-match": "*" };
  const { status, headers: got } = await here.ask({ path: "/page?extra", method: "HEAD", headers });
  expect([status, got.age]).toEqual([304, "12"]);
});

test.each([
  ["the ETag itself", (etag: string) => etag, 304],
  ["the same, said to be strong", (etag: string) => etag.replace("W/", ""), 304],
  ["any at all", () => "*", 304],
  ["any at all, with space", () => " * ", 304],
  ["a list that has it", (etag: string) => `"a", W/"b",${etag} , "c"`, 304],
  ["a list without it", () => '"a", W/"b"', 200],
  ["a part of it", (etag: string) => `${etag.slice(0, -2)}"`, 200],
  ["it without quotes", (etag: string) => etag.replace(/W\/|"/g, ""), 200],
  ["nothing", () => "", 200],
])("If-None-Match with %s", async (_, known, status) => {
  const header = known(pages["/page"]?.etag ?? "");
  expect((await here.ask({ path: "/page", headers: { "if-none-match": header } })).status).toBe(status);
});

test("only a page that was found can be unchanged", async () => {
  const headers = { "if-none-match": String(pages["/missing"]?.etag) };
  expect((await here.ask({ path: "/missing", headers })).status).toBe(404);
});

test("a Range gets the whole page, and nothing says that parts can be had", async () => {
  const range = { range: "bytes=0-9", "if-range": String(pages["/page"]?.etag) };
  const { status, headers, body } = await here.ask({ path: "/page", headers: range });
  expect([status, body.toString() === text]).toEqual([200, true]);
  expect([headers["accept-ranges"], headers["content-range"]]).toEqual([undefined, undefined]);
});

test("headers of the moment are added, and not kept for the next reader", async () => {
  const with_ = await here.ask({ path: "/page?extra" });
  expect([with_.headers.age, with_.headers["retry-after"]]).toEqual(["12", "10"]);
  const without = await here.ask({ path: "/page" });
  expect([without.headers.age, without.headers["retry-after"]]).toEqual([undefined, undefined]);
  expect(lasting(with_.headers)).toEqual({ ...lasting(without.headers), age: "12", "retry-after": "10" });
});

test("no header is sent twice", async () => {
  for (const accepted of ["br", "identity"]) {
    const { lines } = await here.ask({ path: "/page", headers: { "accept-encoding": accepted } });
    const names = lines.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("two hundred readers at once get the same bytes, and the page is still whole after", async () => {
  const before = Buffer.from(pages["/page"]?.br.body ?? []);
  const asked = Array.from({ length: 200 }, () => here.ask({ path: "/page", headers: { "accept-encoding": "br" } }));
  for (const { body } of await Promise.all(asked)) expect(body.equals(before)).toBe(true);
  expect(pages["/page"]?.br.body.equals(before)).toBe(true);
});
