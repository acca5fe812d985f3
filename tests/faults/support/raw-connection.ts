import { connect, type Socket } from "node:net";

export type RawAnswer = { status: number; head: string; body: Buffer };

const headEnd = Buffer.from("\r\n\r\n");

/** Length of a complete chunked body from `from`, or -1 while it has not all come. */
function chunkedEnd(data: Buffer, from: number): number {
  for (let at = from; ; ) {
    const lineEnd = data.indexOf("\r\n", at);
    if (lineEnd < 0) return -1;
    const size = Number.parseInt(data.toString("latin1", at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (at > data.length) return -1;
    if (size === 0) return at;
  }
}

/** "100 Continue" comes before an answer and is none. */
function withoutContinue(data: Buffer): Buffer {
  const isFirst = data.toString("latin1", 0, 12) === "HTTP/1.1 100";
  const end = isFirst ? data.indexOf(headEnd) : -1;
  return end < 0 ? data : data.subarray(end + headEnd.length);
}

/**
 * HTTP as it is on the wire, for requests no client library would send. One request at a time; what is not a complete
 * answer rejects.
 */
export class RawConnection {
  readonly #port: number;
  #socket: Socket | null = null;
  #data: Buffer[] = [];
  #length = 0;
  #settle: { resolve(answer: RawAnswer): void; reject(problem: Error): void; hasBody: boolean } | null = null;

  constructor(port: number) {
    this.#port = port;
  }

  get isOpen(): boolean {
    return this.#socket !== null;
  }

  /** Resolves with the whole answer; opens the connection when there is none. */
  exchange(request: string | Buffer, { hasBody = true, timeoutMs = 30_000 } = {}): Promise<RawAnswer> {
    const socket = this.#socket ?? this.#open();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => socket.destroy(new Error("No complete answer in time.")), timeoutMs);
      const settled =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          this.#settle = null;
          then(value);
        };
      this.#settle = { resolve: settled(resolve), reject: settled(reject), hasBody };
      socket.write(request);
    });
  }

  pause(): void {
    this.#socket?.pause();
  }

  resume(): void {
    this.#socket?.resume();
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  #open(): Socket {
    const socket = connect(this.#port, "127.0.0.1");
    this.#socket = socket;
    this.#data = [];
    this.#length = 0;
    let problem = new Error("The connection was closed before the answer was complete.");
    socket.on("error", (error) => {
      problem = error;
    });
    socket.once("close", () => {
      // A connection closed on purpose has been replaced by then; what waits on the new one is not its business.
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#settle?.reject(problem);
    });
    socket.on("data", (piece) => {
      if (this.#socket === socket) this.#take(piece);
    });
    return socket;
  }

  #take(piece: Buffer): void {
    this.#data.push(piece);
    this.#length += piece.length;
    const data = withoutContinue(this.#data.length === 1 ? piece : Buffer.concat(this.#data, this.#length));
    this.#data = [data];
    this.#length = data.length;
    const end = data.indexOf(headEnd);
    if (end < 0) return;
    const head = data.toString("latin1", 0, end);
    if (head.startsWith("HTTP/1.1 100")) return;
    const bodyEnd = this.#bodyEnd(data, head, end + 4);
    if (bodyEnd < 0 || bodyEnd > data.length) return;
    this.#data = bodyEnd < data.length ? [data.subarray(bodyEnd)] : [];
    this.#length = data.length - bodyEnd;
    const body = Buffer.from(data.subarray(end + 4, bodyEnd));
    this.#settle?.resolve({ status: Number(head.slice(9, 12)), head, body });
    if (/\r\nconnection: close/i.test(head)) this.close();
  }

  #bodyEnd(data: Buffer, head: string, from: number): number {
    const status = Number(head.slice(9, 12));
    if (!this.#settle?.hasBody || status === 304 || status === 204) return from;
    if (/\r\ntransfer-encoding: chunked/i.test(head)) return chunkedEnd(data, from);
    return from + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  }
}
