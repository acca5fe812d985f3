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

/**
 * Stands between Next and the socket: pages, styles and scripts are held until complete (hashes, compression and
 * ETag need the whole), data that streams goes on as it comes, compressed, the rest untouched.
 */
export function gateAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Omit<WholeAnswer, "body">,
): void {
  const real = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  const held: Buffer[] = [];
  let path: Path = "undecided";
  let compressor: ReturnType<typeof compressorFor> | undefined;

  const restore = () => Object.assign(response, real);

  const startStream = (encoding: "br" | "gzip") => {
    compressor = compressorFor(encoding);
    // Node's own write() sends the head through writeHead().
    Object.assign(response, { writeHead: real.writeHead, flushHeaders: real.flushHeaders });
    response.removeHeader("Content-Length");
    response.setHeader("Content-Encoding", encoding);
    compressor.on("data", (piece: Buffer) => {
      if (!real.write(piece)) compressor?.pause();
    });
    compressor.once("end", () => real.end());
    response.on("drain", () => compressor?.resume());
    response.once("close", () => compressor?.destroy());
  };

  const decide = (): Path => {
    if (path !== "undecided") return path;
    const type = String(response.getHeader("Content-Type") ?? "");
    const bare = response.statusCode === 204 || response.statusCode === 304;
    const done = response.hasHeader("Content-Encoding") || response.hasHeader("Content-Range");
    if (heldWhole.test(type) && !done && response.statusCode !== 304) {
      path = "whole";
      return path;
    }
    const encoding = chooseEncoding(request.headers["accept-encoding"]);
    if (isCompressible(type)) response.appendHeader("Vary", "Accept-Encoding");
    path = !bare && !done && isCompressible(type) && encoding !== "identity" ? "streamed" : "plain";
    if (path === "streamed" && encoding !== "identity") startStream(encoding);
    else restore();
    return path;
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    if (typeof rest[0] === "string") response.statusMessage = rest[0];
    storeHeaders(response, rest.find((argument) => typeof argument === "object") as HeaderArgument);
    return response;
  }) as typeof response.writeHead;

  response.flushHeaders = () => {
    if (decide() !== "whole") real.flushHeaders();
  };

  response.write = ((...args: unknown[]) => {
    const { chunk, encoding, done } = readArguments(args);
    const way = decide();
    if (way === "plain") return real.write(chunk as Chunk, encoding, done);
    if (way === "streamed") {
      const room = compressor?.write(toBuffer(chunk ?? "", encoding), done) ?? true;
      if (!room) compressor?.once("drain", () => response.emit("drain"));
      return room;
    }
    held.push(toBuffer(chunk ?? "", encoding));
    if (done) process.nextTick(done);
    return true;
  }) as typeof response.write;

  response.end = ((...args: unknown[]) => {
    const { chunk, encoding, done } = readArguments(args);
    const way = decide();
    if (done) response.once("finish", () => done());
    if (way === "plain") return chunk === undefined ? real.end() : real.end(chunk, encoding);
    if (way === "streamed") {
      compressor?.end(chunk === undefined ? undefined : toBuffer(chunk, encoding));
      return response;
    }
    if (chunk !== undefined) held.push(toBuffer(chunk, encoding));
    restore();
    void sendWhole(request, response, { ...answer, body: Buffer.concat(held) });
    return response;
  }) as typeof response.end;
}
