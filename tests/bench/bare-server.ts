import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { SameAnswer } from "./same-answer";

/*
 * The least a Node server can do to send these bytes: no routing, no store, no policy. What Turnout adds in front of
 * a page is what it is slower than this by.
 */
const { body, ...answer }: SameAnswer & { body: string } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const bytes = Buffer.from(body, "base64");
const server = createServer((request, response) => {
  if (request.headers["if-none-match"] === answer.etag) {
    response.writeHead(304, answer.unchangedHeaders).end();
    return;
  }
  response.writeHead(200, answer.headers).end(bytes);
});
server.listen(Number(process.argv[3]), "127.0.0.1", () => console.log("ready"));
