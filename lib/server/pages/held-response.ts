import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from "node:http";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A complete answer of Next, before Turnout adds anything to it. */
export type HeldAnswer = { status: number; headers: ReadonlyMap<string, string | string[]>; body: Buffer };

type Chunk = string | Uint8Array;

/** Splits the loose arguments Node takes for write() and end(). */
function readArguments(args: unknown[]): { chunk: Buffer | undefined; done: (() => void) | undefined } {
  const done = args.find((argument) => typeof argument === "function") as (() => void) | undefined;
  const [chunk, encoding] = args.filter((argument) => typeof argument !== "function");
  if (chunk === undefined || chunk === null) return { chunk: undefined, done };
  const text = typeof chunk === "string";
  return { chunk: text ? Buffer.from(chunk, encoding as BufferEncoding) : Buffer.from(chunk as Chunk), done };
}

/** A response without a reader: what is written to it is kept, so that no answer depends on who is listening how fast. */
class HeldResponse extends ServerResponse {
  readonly #pieces: Buffer[] = [];
  readonly #whole = Promise.withResolvers<HeldAnswer>();

  get whole(): Promise<HeldAnswer> {
    return this.#whole.promise;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const given = rest.find((argument) => typeof argument === "object") as
      | OutgoingHttpHeaders
      | OutgoingHttpHeader[]
      | undefined;
    if (Array.isArray(given)) {
      for (let at = 0; at + 1 < given.length; at += 2) this.setHeader(String(given[at]), given[at + 1] as string);
    } else {
      for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) this.setHeader(name, value);
    }
    return this;
  }

  override flushHeaders(): void {}

  override write(...args: unknown[]): boolean {
    const { chunk, done } = readArguments(args);
    if (chunk) this.#pieces.push(chunk);
    if (done) process.nextTick(done);
    return true;
  }

  override end(...args: unknown[]): this {
    const { chunk, done } = readArguments(args);
    if (chunk) this.#pieces.push(chunk);
    if (done) process.nextTick(done);
    this.#whole.resolve({
      status: this.statusCode,
      headers: headersOf(this),
      body: Buffer.concat(this.#pieces.splice(0)),
    });
    this.emit("finish");
    this.emit("close");
    return this;
  }
}

function headersOf(response: ServerResponse): Map<string, string | string[]> {
  const headers = new Map<string, string | string[]>();
  for (const [name, value] of Object.entries(response.getHeaders())) {
    if (value !== undefined) headers.set(name, typeof value === "number" ? String(value) : value);
  }
  return headers;
}

/** Lets Next answer and returns the whole answer. Rejects when the handler fails without having answered. */
export async function hold(handler: Handler, request: IncomingMessage): Promise<HeldAnswer> {
  const response = new HeldResponse(request);
  const handled = handler(request, response).then(() => response.whole);
  return Promise.race([response.whole, handled]);
}
