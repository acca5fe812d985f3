import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { everywhereHeaders, filePolicy } from "./security-headers";

type ParseProblem = Error & { code?: string };

const statusOf: Readonly<Record<string, number>> = {
  HPE_INVALID_METHOD: 405,
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function lastWords(socket: Duplex, status: number): void {
  const headers = { ...everywhereHeaders(false), "Content-Security-Policy": filePolicy, Connection: "close" };
  const lines = Object.entries({ ...headers, "Content-Length": "0" }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", ""].join("\r\n"));
}

/** Answers what is no request: refused as other requests are, by status and with the same headers, and closed. */
export function answerNonsense(server: Server): void {
  server.on("clientError", (problem: ParseProblem, socket: Duplex) => {
    if (problem.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else lastWords(socket, statusOf[problem.code ?? ""] ?? 400);
  });
  server.on("connect", (_request, socket: Duplex) => lastWords(socket, 405));
}
