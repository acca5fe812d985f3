import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import next from "next";
import { closeClient } from "@/lib/server/db";
import { errorFields, log } from "@/lib/server/logger";
import { gateAnswer } from "./answer-gate";
import { refuseRequest } from "./request-rules";
import { everywhereHeaders, filePolicy } from "./security-headers";

export type ServeOptions = { folder: string; host: string; port: number; publicUrl: string; maxBodyKb: number };
export type RunningServer = { stop(): Promise<void> };
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const lastAnswersMs = 15_000;

function answerWith(handler: Handler, { publicUrl, maxBodyKb }: ServeOptions) {
  const https = publicUrl.startsWith("https:");
  const headers = new Map(Object.entries({ ...everywhereHeaders(https), "Content-Security-Policy": filePolicy }));
  const immutable = new Map<string, Buffer>();
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeaders(headers);
    if (refuseRequest(request, response, { maxBodyBytes: maxBodyKb * 1024 })) return;
    gateAnswer(request, response, { https, immutable });
    // Next leaves the body out for HEAD, and with it the hashes, the ETag and the length; Node drops it in any case.
    if (request.method === "HEAD") request.method = "GET";
    handler(request, response).catch((error: unknown) => {
      log("error", { event: "request-failed", ...errorFields(error) });
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end("Something went wrong.\n");
    });
  };
}

function limitTimes(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 10_000;
  server.setTimeout(120_000);
}

/** What is being answered is finished; connections that only wait are closed at once. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    const giveUp = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

/** Next's production server behind Turnout's own: policy by hashes, compression, limits, no traces of readers. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { folder, host, port } = options;
  const server = createServer({ maxHeaderSize: 16_384 });
  limitTimes(server);
  const app = next({ dev: false, dir: folder, hostname: host, port, httpServer: server });
  await app.prepare();
  server.on("request", answerWith(app.getRequestHandler(), options));
  await listen(server, port, host);
  return {
    async stop() {
      await closeServer(server);
      await app.close();
      await closeClient();
    },
  };
}
