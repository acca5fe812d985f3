import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerNonsense } from "./client-errors";

let server: Server;

beforeAll(async () => {
  server = createServer({ maxHeaderSize: 4096 }, (_, response) => response.end("page"));
  answerNonsense(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

async function answerTo(text: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let got = "";
  socket.on("data", (piece) => {
    got += piece;
  });
  socket.write(text);
  await once(socket, "close");
  return got;
}

test.each([
  ["a method nobody knows", "BREW /en HTTP/1.1\r\nHost: a\r\n\r\n", 405],
  ["a tunnel", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405],
  ["no HTTP at all", "GET / NONSENSE\r\n\r\n", 400],
  ["too many headers", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(8000)}\r\n\r\n`, 431],
])("%s is refused with the headers of every answer, and closed", async (_, text, status) => {
  const answer = await answerTo(text);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toContain("X-Content-Type-Options: nosniff");
  expect(answer).toContain("Connection: close");
});
