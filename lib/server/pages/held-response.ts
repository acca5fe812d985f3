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
      const pairs = given.flatMap((name, at) =>
        at % 2 === 0 ? [[String(name), given[at + 1] as string] as const] : [],
      );
      for (const [name] of pairs) this.removeHeader(name);
      for (const [name, value] of pairs) this.appendHeader(name, value);
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
    if (this.finished) return this;
    this.finished = true;
    // Next looks at it when it hears the end, and would take the reader for gone.
    Object.defineProperty(this, "writableFinished", { value: true });
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

  /** Next gives up an answer it has begun: what there is of it must never pass for the whole. */
  override destroy(error?: Error): this {
    super.destroy(error);
    this.#whole.reject(error ?? new Error("The answer was given up."));
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
