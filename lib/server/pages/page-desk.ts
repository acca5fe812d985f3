import PQueue from "p-queue";
import { errorFields, log } from "@/lib/server/logger";
import type { AddressScope } from "@/lib/shared/public-address";
import type { FinishedPage } from "./finished-page";
import { behindMs, type Freshness } from "./freshness";
import { PageStore, type Share, type StoredPage } from "./page-store";

export type Wanted = { key: string; scope: AddressScope; share: Share };
/** A page to send; `behindMs` says for how long it has not been the latest, 0 for a current one. */
export type Served = { page: FinishedPage; behindMs: number };

type Options = {
  maxBytes: number;
  freshness: Freshness;
  /** Makes a page; null when there is none at the address. Rejects when it cannot be made now. */
  make(key: string): Promise<FinishedPage | null>;
};

type UnderWay = { making: Promise<FinishedPage | null>; urgency: number };

const rendersAtOnce = 2;
const mostWaiting = 300;
/** Room among them for pages that many read: narrowed ones and those nobody waits for may not take it. */
const reserved = 100;
/** A page that takes longer is given up, or two that never end would keep all others from being made. */
const longestMakingMs = 10_000;
/** A reader who cannot be served within this time is told so instead of being kept waiting. */
const patienceMs = 1700;
/** For so long after a publication the old page is sent while the new one is made. With the notice on its way, less than 2 s. */
const graceMs = 1000;
/** Pages somebody asked for within this time are made anew without waiting for the next reader. */
const recentMs = 60_000;
/** A page that publications overtake while it is made is made again, but not for ever. */
const mostTries = 3;
/** Higher goes first: whoever asks for ever new filters waits behind what everybody reads. */
const priority = { reader: { ahead: 5, plain: 4, narrowed: 2 }, ahead: 3, recent: 1 };

/** Hands out finished pages and has missing ones made: once however many ask, few at a time, readers first. */
export class PageDesk {
  readonly store: PageStore;
  readonly #lane = new PQueue({ concurrency: rendersAtOnce, timeout: longestMakingMs });
  readonly #underWay = new Map<string, UnderWay>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.store = new PageStore(options.maxBytes);
  }

  /** The page if it is finished and current; the way nearly every request goes. */
  current(key: string): FinishedPage | null {
    const stored = this.store.get(key);
    if (stored === undefined || stored.token !== stored.cell.token) return null;
    noteAsked(stored);
    return stored.page;
  }

  /** The page, made if need be. `null`: there is none. `"late"`: it could not be made in time. */
  async serve(wanted: Wanted): Promise<Served | null | "late"> {
    const stored = this.store.get(wanted.key);
    if (stored) noteAsked(stored);
    const behind = stored ? behindMs(stored.cell, stored.token, Date.now()) : 0;
    if (stored && behind === 0) return { page: stored.page, behindMs: 0 };
    const making = this.#make(wanted, priority.reader[wanted.share]);
    if (stored && behind < graceMs) {
      making.catch(() => undefined);
      return { page: stored.page, behindMs: 0 };
    }
    const made = await inTime(making);
    if (made !== "late") return made && { page: made, behindMs: 0 };
    return stored ? { page: stored.page, behindMs: behind } : "late";
  }

  /** Finishes these pages before anybody asks, the first ones first. */
  finishAhead(wanted: readonly Wanted[]): Promise<unknown> {
    const missing = wanted.filter(({ key }) => {
      const stored = this.store.get(key);
      return stored === undefined || stored.token !== stored.cell.token;
    });
    return Promise.allSettled(missing.map((one) => this.#make(one, priority.ahead)));
  }

  /** After a publication: makes anew what somebody read lately and the publication touched. */
  refresh(): Promise<unknown> {
    const since = Date.now() - recentMs;
    const recent = this.store.outdated().filter(({ stored }) => stored.askedAt > since);
    return Promise.allSettled(
      recent.map(({ key, stored: { scope, share } }) => this.#make({ key, scope, share }, priority.recent)),
    );
  }

  /** Ends what is being made and begins nothing that waits; whoever waits for it is told that it is late. */
  async stop(): Promise<void> {
    this.#lane.clear();
    await this.#lane.onIdle();
  }

  #make(wanted: Wanted, urgency: number): Promise<FinishedPage | null> {
    const running = this.#underWay.get(wanted.key);
    if (running) {
      if (urgency > running.urgency) this.#hurry(wanted.key, running, urgency);
      return running.making;
    }
    const most = urgency < priority.ahead ? mostWaiting - reserved : mostWaiting;
    if (this.#lane.size >= most) return Promise.reject(new Error("Too many pages are waiting to be made."));
    const work = () => this.#finish(wanted);
    const making = this.#lane
      .add(work, { priority: urgency, id: wanted.key })
      .finally(() => this.#underWay.delete(wanted.key));
    this.#underWay.set(wanted.key, { making, urgency });
    return making;
  }

  #hurry(key: string, running: UnderWay, urgency: number): void {
    running.urgency = urgency;
    try {
      this.#lane.setPriority(key, urgency);
    } catch {
      // It is being made already.
    }
  }

  async #finish({ key, scope, share }: Wanted): Promise<FinishedPage | null> {
    const cell = this.#options.freshness.cell(scope);
    for (let tries = 1; ; tries += 1) {
      // Taken before: a publication in the meantime leaves the page outdated rather than wrongly current.
      const { token } = cell;
      const page = await this.#options.make(key);
      if (page === null) {
        this.store.delete(key);
        return null;
      }
      const { askedAt, asked } = this.store.get(key) ?? { askedAt: Date.now(), asked: 1 };
      this.store.set(key, { page, token, cell, scope, share, askedAt, asked });
      if (token === cell.token || tries === mostTries) return page;
    }
  }
}

function noteAsked(stored: StoredPage): void {
  stored.askedAt = Date.now();
  stored.asked += 1;
}

async function inTime(making: Promise<FinishedPage | null>): Promise<FinishedPage | null | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), patienceMs);
  });
  const made = making.catch((error: unknown) => {
    log("error", { event: "page-not-made", ...errorFields(error) });
    return "late" as const;
  });
  return Promise.race([made, late]).finally(() => clearTimeout(timer));
}
