import { createServer, type IncomingHttpHeaders, type RequestListener, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = { status: number; headers: IncomingHttpHeaders; lines: string[]; body: Buffer };
export type Ask = { path?: string; method?: string; headers?: Record<string, string | string[]>; body?: Buffer };
export type TestServer = { server: Server; port: number; ask(ask?: Ask): Promise<Answer>; close(): Promise<void> };

function askAt(port: number, { path = "/", method = "GET", headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0, headers: read, rawHeaders: lines } = response;
        resolve({ status, headers: read, lines, body: Buffer.concat(pieces) });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** For tests: a real HTTP server on a free port, and a client that changes nothing of what it gets. */
export async function listenHere(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    ask: (ask = {}) => askAt(port, ask),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
