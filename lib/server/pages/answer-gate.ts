import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { chooseEncoding, compressorFor, isCompressible } from "./encoding";
import { sendWhole, type WholeAnswer } from "./whole-answer";

type Chunk = string | Uint8Array;
type Callback = (error?: Error | null) => void;
type Path = "undecided" | "whole" | "streamed" | "plain";
type HeaderArgument = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;

const heldWhole = /^(?:text\/html|text\/css|(?:text|application)\/javascript)/i;

function toBuffer(chunk: Chunk, encoding: BufferEncoding): Buffer {
  return typeof chunk === "string" ? Buffer.from(chunk, encoding) : Buffer.from(chunk);
}

function storeHeaders(response: ServerResponse, headers: HeaderArgument): void {
  if (!headers) return;
  if (Array.isArray(headers)) {
    for (let at = 0; at + 1 < headers.length; at += 2)
      response.setHeader(String(headers[at]), headers[at + 1] as string);
    return;
  }
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
}

/** Splits the loose arguments Node takes for write() and end(). */
function readArguments(args: unknown[]): {
  chunk: Chunk | undefined;
  encoding: BufferEncoding;
  done: Callback | undefined;
} {
  const done = args.find((argument) => typeof argument === "function") as Callback | undefined;
  const [chunk, encoding] = args.filter((argument) => typeof argument !== "function");
  return {
    chunk: (chunk ?? undefined) as Chunk | undefined,
    encoding: (typeof encoding === "string" ? encoding : "utf8") as BufferEncoding,
    done,
  };
}

type Real = Pick<ServerResponse, "write" | "end" | "writeHead" | "flushHeaders">;

/** Which way an answer goes once its type is known: held whole, compressed as it streams, or untouched. */
function choosePath(
  request: IncomingMessage,
  response: ServerResponse,
): { path: Path; encoding: "br" | "gzip" | null } {
  const type = String(response.getHeader("Content-Type") ?? "");
  const bare = response.statusCode === 204 || response.statusCode === 304;
  const done = response.hasHeader("Content-Encoding") || response.hasHeader("Content-Range");
  if (heldWhole.test(type) && !done && response.statusCode !== 304) return { path: "whole", encoding: null };
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  if (isCompressible(type)) response.appendHeader("Vary", "Accept-Encoding");
  if (bare || done || !isCompressible(type) || encoding === "identity") return { path: "plain", encoding: null };
  return { path: "streamed", encoding };
}

/** One answer on its way out; its methods stand in for those of Node's response. */
class AnswerGate {
  #real: Real;
  #held: Buffer[] = [];
  #path: Path = "undecided";
  #compressor: ReturnType<typeof compressorFor> | undefined;
  #request: IncomingMessage;
  #response: ServerResponse;
  #answer: Omit<WholeAnswer, "body">;

  constructor(request: IncomingMessage, response: ServerResponse, answer: Omit<WholeAnswer, "body">) {
    this.#request = request;
    this.#response = response;
    this.#answer = answer;
    this.#real = {
      write: response.write.bind(response),
      end: response.end.bind(response),
      writeHead: response.writeHead.bind(response),
      flushHeaders: response.flushHeaders.bind(response),
    };
  }

  #stream(encoding: "br" | "gzip"): void {
    const compressor = compressorFor(encoding);
    this.#compressor = compressor;
    // Node's own write() sends the head through writeHead().
    Object.assign(this.#response, { writeHead: this.#real.writeHead, flushHeaders: this.#real.flushHeaders });
    this.#response.removeHeader("Content-Length");
    this.#response.setHeader("Content-Encoding", encoding);
    compressor.on("data", (piece: Buffer) => {
      if (!this.#real.write(piece)) compressor.pause();
    });
    compressor.once("end", () => this.#real.end());
    this.#response.on("drain", () => compressor.resume());
    this.#response.once("close", () => compressor.destroy());
  }

  #decide(): Path {
    if (this.#path !== "undecided") return this.#path;
    const { path, encoding } = choosePath(this.#request, this.#response);
    this.#path = path;
    if (encoding) this.#stream(encoding);
    else if (path === "plain") Object.assign(this.#response, this.#real);
    return path;
  }

  writeHead(status: number, ...rest: unknown[]): ServerResponse {
    this.#response.statusCode = status;
    if (typeof rest[0] === "string") this.#response.statusMessage = rest[0];
    storeHeaders(this.#response, rest.find((argument) => typeof argument === "object") as HeaderArgument);
    return this.#response;
  }

  flushHeaders(): void {
    if (this.#decide() !== "whole") this.#real.flushHeaders();
  }

  write(...args: unknown[]): boolean {
    const { chunk, encoding, done } = readArguments(args);
    const way = this.#decide();
    if (way === "plain") return this.#real.write(chunk as Chunk, encoding, done);
    if (way === "streamed") {
      const room = this.#compressor?.write(toBuffer(chunk ?? "", encoding), done) ?? true;
      if (!room) this.#compressor?.once("drain", () => this.#response.emit("drain"));
      return room;
    }
    this.#held.push(toBuffer(chunk ?? "", encoding));
    if (done) process.nextTick(done);
    return true;
  }

  end(...args: unknown[]): ServerResponse {
    const { chunk, encoding, done } = readArguments(args);
    const way = this.#decide();
    if (done) this.#response.once("finish", () => done());
    if (way === "plain") return chunk === undefined ? this.#real.end() : this.#real.end(chunk, encoding);
    if (way === "streamed") {
      this.#compressor?.end(chunk === undefined ? undefined : toBuffer(chunk, encoding));
      return this.#response;
    }
    if (chunk !== undefined) this.#held.push(toBuffer(chunk, encoding));
    Object.assign(this.#response, this.#real);
    void sendWhole(this.#request, this.#response, { ...this.#answer, body: Buffer.concat(this.#held) });
    return this.#response;
  }
}

/**
 * Stands between Next and the socket: pages, styles and scripts are held until complete (hashes, compression and
 * ETag need the whole), data that streams goes on as it comes, compressed, the rest untouched.
 */
export function gateAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Omit<WholeAnswer, "body">,
): void {
  const gate = new AnswerGate(request, response, answer);
  Object.assign(response, {
    writeHead: gate.writeHead.bind(gate),
    flushHeaders: gate.flushHeaders.bind(gate),
    write: gate.write.bind(gate),
    end: gate.end.bind(gate),
  });
}
