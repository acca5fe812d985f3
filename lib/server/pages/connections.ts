import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

type State = {
  /** The last answer begun on it: answers on one connection end in their order. */
  last: ServerResponse | null;
  /** Bytes its reader had taken at the last look, and since when (ms) that has been too few. */
  taken: number;
  since: number;
  /** Whether the last look at the stopping server found it waiting. */
  isWaiting: boolean;
};

const sweepMs = 5000;
/** For how long a reader may leave an answer lying in the connection before it is closed. */
const patienceMs = 60_000;
/** What a reader must take between two looks to count as reading: 200 bytes a second. */
const slowestBytes = 1000;

/** Connections and requests already on their way when Turnout is told to stop are still taken. */
const lastRequestsMs = 200;
const lastAnswersMs = 15_000;
const stopSweepMs = 50;

/**
 * The connections of a server. Readers who take nothing are closed, because an answer that is never fetched would hold
 * its bytes for ever (senders who dawdle are Node's own business: headersTimeout, requestTimeout). When the server stops,
 * every answer begun is sent to its end: Node's own way would cut those that are written but not yet sent.
 */
export class Connections {
  readonly #server: Server;
  readonly #states = new Map<Socket, State>();
  readonly #sweep = setInterval(() => this.#closeSlowReaders(), sweepMs).unref();
  #isStopping = false;

  constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket: Socket) => {
      this.#states.set(socket, { last: null, taken: 0, since: Date.now(), isWaiting: false });
      socket.once("close", () => this.#states.delete(socket));
    });
  }

  /** To be called with every request, before it is answered. */
  noteRequest({ socket }: IncomingMessage, response: ServerResponse): void {
    const state = this.#states.get(socket);
    if (!state) return;
    state.last = response;
    state.isWaiting = false;
    if (this.#isStopping) response.shouldKeepAlive = false;
  }

  /** Takes what is on its way, then no new connections; ends every one when its answer is sent. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#sweep);
    this.#server.closeIdleConnections = () => undefined;
    const begun = Date.now();
    await wait(lastRequestsMs);
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    const sweep = setInterval(() => this.#endWaiting(Date.now() - begun), stopSweepMs);
    await closed;
    clearInterval(sweep);
  }

  // Twice in a row: a request may lie unread while a page is being made, and ending its connection would refuse it.
  #endWaiting(afterMs: number): void {
    for (const [socket, state] of this.#states) {
      const isWaiting = (state.last?.writableFinished ?? true) && socket.writableLength === 0;
      if (afterMs > lastAnswersMs) socket.destroy();
      else if (isWaiting && state.isWaiting) socket.destroySoon();
      state.isWaiting = isWaiting;
    }
  }

  #closeSlowReaders(): void {
    const now = Date.now();
    for (const [socket, state] of this.#states) {
      const taken = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || taken - state.taken > slowestBytes) state.since = now;
      else if (now - state.since > patienceMs) socket.destroy();
      state.taken = taken;
    }
  }
}
