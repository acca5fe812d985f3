import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it travelled; `decoded` undoes the compression. */
  body: Buffer;
  /** Wall clock, ms, when the request was sent and when the last byte had come. */
  sentAt: number;
  doneAt: number;
};

export type Asking = { headers?: Record<string, string>; method?: string; body?: string | Buffer; timeoutMs?: number };

/** The first thing a browser says about compression. */
export const browserEncodings = "gzip, deflate, br, zstd";

export function keptConnections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most, maxFreeSockets: most, scheduling: "fifo" });
}

/** One request to its last byte; rejects when the connection breaks or nothing has come for the time given. */
export function readAddress(address: string, agent: Agent, asking: Asking = {}): Promise<Answer> {
  const { headers = {}, method = "GET", body, timeoutMs = 30_000 } = asking;
  const sentAt = Date.now();
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent, method, headers: { "accept-encoding": browserEncodings, ...headers } });
    const giveUp = setTimeout(() => sent.destroy(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs);
    const fail = (problem: Error) => {
      clearTimeout(giveUp);
      reject(problem);
    };
    sent.once("error", fail);
    sent.once("response", (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.once("error", fail);
      answer.once("end", () => {
        clearTimeout(giveUp);
        const whole = Buffer.concat(pieces);
        resolve({
          status: answer.statusCode ?? 0,
          ...{ headers: answer.headers, body: whole, sentAt, doneAt: Date.now() },
        });
      });
    });
    sent.end(body);
  });
}

const mostReturns = 15;

/** As `readAddress`, coming back where the answer is that the page is being made, as browsers do then. */
export async function readWhenMade(
  address: string,
  agent: Agent,
  asking: Asking = {},
): Promise<Answer & { returns: number }> {
  for (let returns = 0; ; returns += 1) {
    const answer = await readAddress(address, agent, asking);
    if (answer.headers.refresh === undefined || returns === mostReturns) return { ...answer, returns };
    await wait(Number(answer.headers["retry-after"]) * 1000);
  }
}

export function decoded({ headers, body }: Pick<Answer, "headers" | "body">): Buffer {
  const encoding = headers["content-encoding"];
  if (body.length === 0 || encoding === undefined || encoding === "identity") return body;
  if (encoding === "br") return brotliDecompressSync(body);
  if (encoding === "gzip") return gunzipSync(body);
  throw new Error(`An answer came in "${encoding}", which nobody asked for.`);
}

/** The value below which this share of the values lies; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
