import { readdirSync } from "node:fs";
import path from "node:path";
import { type FinishedPage, finishPage, IMMUTABLE_CACHE } from "./finished-page";
import type { HeldAnswer } from "./held-response";
import { workerPolicy } from "./security-headers";

type Options = { folder: string; https: boolean; render(address: string): Promise<HeldAnswer> };

const publicCache = "public, max-age=3600";
const outboxWorker = "/outbox-worker.js";

function filesIn(folder: string, address: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${address}/${path.relative(folder, file).split(path.sep).join("/")}`);
}

/**
 * Scripts, styles and icons: files that change with a build only. Which there are is read once, so that no other name
 * costs anything; each is compressed thoroughly at its first request and kept, all of them together some megabytes.
 */
export class StaticFiles {
  readonly #names: ReadonlySet<string>;
  readonly #finished = new Map<string, Promise<FinishedPage>>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.#names = new Set([
      ...filesIn(path.join(options.folder, ".next", "static"), "/_next/static"),
      ...filesIn(path.join(options.folder, "public"), ""),
    ]);
  }

  /** The file at a path without its query; null when there is none. */
  find(address: string): Promise<FinishedPage> | null {
    if (!this.#names.has(address)) return null;
    const known = this.#finished.get(address);
    if (known) return known;
    const made = this.#make(address);
    this.#finished.set(address, made);
    made.catch(() => this.#finished.delete(address));
    return made;
  }

  async #make(address: string): Promise<FinishedPage> {
    const { https, render } = this.#options;
    const held = await render(address);
    if (held.status !== 200) throw new Error(`The file ${address} answered ${held.status}.`);
    const cacheControl = address.startsWith("/_next/static/") ? IMMUTABLE_CACHE : publicCache;
    const policy = address === outboxWorker ? { policy: workerPolicy } : {};
    return finishPage(held, { https, cacheControl, effort: "always", ...policy });
  }
}
