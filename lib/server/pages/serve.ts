import { createServer, type Server } from "node:http";
import next from "next";
import { closeClient } from "@/lib/server/db";
import { answerNonsense } from "./client-errors";
import { Connections } from "./connections";
import { Front, type FrontOptions } from "./front";

export type ServeOptions = Omit<FrontOptions, "handler"> & { host: string; port: number };
export type RunningServer = { stop(): Promise<void> };

const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than a proxy keeps its own, or it would send into a connection just closed.
  keepAliveTimeout: 75_000,
  // How often the two timeouts above are looked at; Node's own 30 s would let slow senders stay.
  connectionsCheckingInterval: 1000,
  // Nothing here changes its protocol. Node would hand such a request to Next past all limits, and nobody would answer.
  shouldUpgradeCallback: () => false,
};
const mostConnections = 15_000;
const silentMs = 120_000;

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

/** Next's production server behind Turnout's own: finished pages, policies, compression, limits, no traces of readers. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { folder, host, port } = options;
  const server = createServer(limits);
  server.maxConnections = mostConnections;
  server.setTimeout(silentMs);
  const connections = new Connections(server);
  answerNonsense(server);
  // Next would print whole errors, which may quote what somebody typed; instrumentation.ts logs what may be known of them.
  const app = next({ dev: false, quiet: true, dir: folder, hostname: host, port, httpServer: server });
  await app.prepare();
  const front = new Front({ ...options, handler: app.getRequestHandler() });
  await front.start();
  server.on("request", (request, response) => {
    connections.noteRequest(request, response);
    front.handle(request, response);
  });
  await listen(server, port, host);
  return {
    async stop() {
      await Promise.all([connections.stop(), front.stop()]);
      await app.close();
      await closeClient();
    },
  };
}
