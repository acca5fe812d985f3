import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { gateAnswer } from "./answer-gate";
import { refuseRequest } from "./request-rules";

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer; pieces: number };
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;
afterEach(() => server?.close());

async function serveWith(handler: Handler): Promise<number> {
  const immutable = new Map<string, Buffer>();
  server = createServer((incoming, response) => {
    if (refuseRequest(incoming, response, { maxBodyBytes: 1000 })) return;
    gateAnswer(incoming, response, { https: false, immutable });
    handler(incoming, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

type Ask = { path?: string; method?: string; headers?: Record<string, string>; body?: Buffer };

function ask(port: number, { path = "/en", method = "GET", headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces),
          pieces: pieces.length,
        }),
      );
      response.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const page = `<html><script>go()</script>${"<p>row</p>".repeat(400)}</html>`;

const sendPage: Handler = (_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.write(page.slice(0, 50));
  response.end(page.slice(50));
};

test("a page is held until it is whole: policy, ETag, compression, length", async () => {
  const answer = await ask(await serveWith(sendPage), { headers: { "accept-encoding": "br, gzip" } });
  expect(brotliDecompressSync(answer.body).toString()).toBe(page);
  expect(answer.headers["content-length"]).toBe(String(answer.body.length));
  expect(answer.headers["content-security-policy"]).toMatch(/script-src 'self' 'sha256-[^']+';/);
  expect(answer.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  expect(answer.headers.etag).toMatch(/^W\/"/);
});

test("a browser without compression gets the same page and the same ETag", async () => {
  const port = await serveWith(sendPage);
  const [plain, zipped] = await Promise.all([ask(port), ask(port, { headers: { "accept-encoding": "gzip" } })]);
  expect(plain.body.toString()).toBe(page);
  expect(gunzipSync(zipped.body).toString()).toBe(page);
  expect(plain.headers.etag).toBe(zipped.headers.etag);
});

test("a page the reader has already is not sent again", async () => {
  const port = await serveWith(sendPage);
  const { headers } = await ask(port);
  const again = await ask(port, { headers: { "if-none-match": `"other", ${headers.etag}` } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test.each(["/en/account", "/moderate/queue", "/kk/join/token", "/api/auth/session"])(
  "%s is kept by nobody",
  async (path) => {
    const { headers } = await ask(await serveWith(sendPage), { path });
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(headers.etag).toBeUndefined();
  },
);

test("a page that sets a cookie is kept by nobody", async () => {
  const port = await serveWith((incoming, response) => {
    response.setHeader("Set-Cookie", "a=1");
    sendPage(incoming, response);
  });
  expect((await ask(port)).headers["cache-control"]).toBe("private, no-store");
});

test("data that streams arrives piece by piece, compressed", async () => {
  const port = await serveWith(async (_, response) => {
    response.writeHead(200, { "content-type": "text/x-component", "content-length": "6" });
    response.write("one");
    await wait(50);
    response.end("two");
  });
  const answer = await ask(port, { headers: { "accept-encoding": "br" } });
  expect(brotliDecompressSync(answer.body).toString()).toBe("onetwo");
  expect(answer.pieces).toBeGreaterThan(1);
  expect(answer.headers["content-length"]).toBeUndefined();
});

test("a large stream comes through whole while its reader is slow", async () => {
  const line = `${"x".repeat(1000)}\n`;
  const port = await serveWith(async (_, response) => {
    response.setHeader("Content-Type", "text/csv");
    for (let at = 0; at < 3000; at += 1) {
      if (!response.write(`${at}${line}`)) await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end();
  });
  const answer = await ask(port, { headers: { "accept-encoding": "gzip" } });
  expect(gunzipSync(answer.body).toString().split("\n")).toHaveLength(3001);
});

test("a picture goes through untouched", async () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
  const port = await serveWith((_, response) => {
    response.writeHead(200, { "content-type": "image/png", "content-length": bytes.length });
    response.end(bytes);
  });
  const answer = await ask(port, { headers: { "accept-encoding": "br" } });
  expect(answer.body).toEqual(bytes);
  expect(answer.headers["content-encoding"]).toBeUndefined();
});

test.each(["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"])("%s is refused", async (method) => {
  const answer = await ask(await serveWith(sendPage), { method });
  expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
});

test("a compressed request and a long one are refused, also when its length is not told", async () => {
  const port = await serveWith((incoming, response) => {
    incoming.resume().on("end", () => response.end("read"));
  });
  const post = (headers: Record<string, string>, size: number) =>
    ask(port, { method: "POST", headers, body: Buffer.alloc(size) });
  expect((await post({ "content-encoding": "gzip" }, 10)).status).toBe(415);
  expect((await post({ "content-length": "2000" }, 2000)).status).toBe(413);
  expect((await post({ "transfer-encoding": "chunked" }, 2000)).status).toBe(413);
  expect((await post({ "transfer-encoding": "chunked" }, 1000)).body.toString()).toBe("read");
});
