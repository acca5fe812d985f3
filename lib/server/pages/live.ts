import type { ServerResponse } from "node:http";
import { everywhereHeaders, filePolicy } from "./security-headers";
import { sendProblem } from "./small-answers";

/** Where open dashboards listen: `/api/v1/live?wave=<part of the address>&version=<of the page>`. */
export const LIVE_PATH = "/api/v1/live";

type Listener = { response: ServerResponse; version: number };

export type LiveOptions = { https: boolean; mostListeners: number };

/** Shorter than any proxy's patience with a silent connection. */
const heartbeatMs = 25_000;
/** Bytes a reader may leave unread before it is taken for gone. */
const mostUnread = 16_384;
/** A lost connection is opened again by the browser after this time. */
const reopenMs = 5000;

/**
 * Tells open pages that a newer version is published (Server-Sent Events, WHATWG HTML 9.2). Nothing is kept of a
 * listener but its connection and the version it has; the page itself is asked for in the ordinary way.
 */
export class LiveDesk {
  readonly #options: LiveOptions;
  readonly #byWave = new Map<string, Set<Listener>>();
  readonly #heartbeat = setInterval(() => this.#toEach(":\n\n"), heartbeatMs).unref();
  #count = 0;
  #isClosed = false;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  get listeners(): number {
    return this.#count;
  }

  /** Keeps the connection open; a page that is behind already hears so at once. */
  listen(response: ServerResponse, wave: string, { has, latest }: { has: number; latest: number }): void {
    if (this.#isClosed || this.#count >= this.#options.mostListeners) {
      const full = { status: 503, https: this.#options.https, headers: { "Retry-After": "60" } };
      sendProblem(response, full, "Too many pages listen already.");
      return;
    }
    response.writeHead(200, {
      ...everywhereHeaders(this.#options.https),
      "Content-Security-Policy": filePolicy,
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    });
    if (response.req.method === "HEAD") {
      response.end();
      return;
    }
    response.write(`retry: ${reopenMs}\n\n`);
    const listener = { response, version: has };
    const group = this.#byWave.get(wave) ?? new Set();
    this.#byWave.set(wave, group.add(listener));
    this.#count += 1;
    response.once("close", () => {
      this.#count -= 1;
      group.delete(listener);
      if (group.size === 0) this.#byWave.delete(wave);
    });
    this.#tell(listener, latest);
  }

  /** The record of a wave has this version now. */
  announce(wave: string, version: number): void {
    for (const listener of this.#byWave.get(wave) ?? []) this.#tell(listener, version);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#heartbeat);
    for (const group of this.#byWave.values()) for (const { response } of group) response.end();
  }

  #tell(listener: Listener, version: number): void {
    if (version <= listener.version) return;
    listener.version = version;
    this.#send(listener, `event: published\nid: ${version}\ndata: {"version":${version}}\n\n`);
  }

  #toEach(text: string): void {
    for (const group of this.#byWave.values()) for (const listener of group) this.#send(listener, text);
  }

  #send({ response }: Listener, text: string): void {
    if (response.writableLength > mostUnread) response.destroy();
    else response.write(text);
  }
}
