import { setTimeout as wait } from "node:timers/promises";
import PQueue, { TimeoutError } from "p-queue";
import { errorFields, log } from "@/lib/server/logger";
import type { AddressScope } from "@/lib/shared/public-address";
import type { FinishedPage } from "./finished-page";
import { behindMs, type Freshness } from "./freshness";
import { PageStore, type Share, type StoredPage } from "./page-store";

export type Wanted = { key: string; scope: AddressScope; share: Share };
/** A page to send; `behindMs` says for how long it has not been the latest, 0 for a current one. */
export type Served = { page: FinishedPage; behindMs: number };
/** Why there is no page to send: it is not made yet, or it could not be made. */
export type Unserved = "late" | "failed";

type Options = {
  maxBytes: number;
  freshness: Freshness;
  /** Makes a page; null when there is none at the address. Rejects when it cannot be made now. */
  make(key: string): Promise<FinishedPage | null>;
};

/** `readers` are those who wait for it now. */
type UnderWay = { making: Promise<FinishedPage | null>; urgency: number; readers: number };

const rendersAtOnce = 2;
const mostWaiting = 300;
/** Narrowed ones wait in a line that is done within a reader's patience, so that whoever is let in is served. */
const mostNarrowedWaiting = 20;
/** A page that takes longer is given up, or two that never end would keep all others from being made. */
const longestMakingMs = 10_000;
/** A reader who cannot be served within this time is told so instead of being kept waiting. */
const patienceMs = 1700;
/** For so long after a publication the old page is sent while the new one is made. With the notice on its way, less than 2 s. */
const graceMs = 1000;
/** A page older than this is sent only where the new one could not be made: it may lack a retraction. */
const oldestInsteadMs = 10_000;
/** Pages somebody asked for within this time are made anew without waiting for the next reader. */
const recentMs = 60_000;
/** A page that publications overtake while it is made is made again, but not for ever. */
const mostTries = 3;
/** A page that lacks a drawing is made again after this time; until then it is sent as it is. */
const provisionalMs = 10_000;
const quietMs = 60_000;
/** Higher goes first: whoever asks for ever new filters waits behind what everybody reads. */
const priority = { reader: { ahead: 5, plain: 4, narrowed: 2 }, ahead: 3, recent: 1 };

class TooManyWaiting extends Error {}

/** Hands out finished pages and has missing ones made: once however many ask, few at a time, readers first. */
export class PageDesk {
  readonly store: PageStore;
  readonly #lane = new PQueue({ concurrency: rendersAtOnce, timeout: longestMakingMs });
  /** What nobody waits for takes one of the two places at most: whoever comes finds the other free of it. */
  readonly #spareLane = new PQueue({ concurrency: 1 });
  readonly #inSpareTime = new Map<string, Promise<unknown>>();
  readonly #underWay = new Map<string, UnderWay>();
  readonly #options: Options;
  /** Keys of stored pages whose making anew failed last. */
  readonly #failed = new Set<string>();
  #toldFullAt = 0;

  constructor(options: Options) {
    this.#options = options;
    this.store = new PageStore(options.maxBytes);
  }

  /** The page if it is finished and current; the way nearly every request goes. */
  current(key: string): FinishedPage | null {
    const stored = this.store.get(key);
    if (stored === undefined || !isCurrent(stored, Date.now())) return null;
    noteAsked(stored);
    return stored.page;
  }

  /** The page, made if need be. `null`: there is none. */
  async serve(wanted: Wanted): Promise<Served | null | Unserved> {
    const stored = this.store.get(wanted.key);
    if (stored) noteAsked(stored);
    const now = Date.now();
    if (stored && isCurrent(stored, now)) return { page: stored.page, behindMs: 0 };
    const behind = stored ? behindMs(stored.cell, stored.token, now) : 0;
    const making = this.#make(wanted, priority.reader[wanted.share]);
    if (stored && behind < graceMs) return { page: stored.page, behindMs: 0 };
    const made = await this.#inTime(wanted.key, making);
    if (typeof made !== "string") return made && { page: made, behindMs: 0 };
    // Where making it fails, or failed a moment ago, an old page with its age is better than none.
    const isAsked = made === "failed" || this.#failed.has(wanted.key) || behind <= oldestInsteadMs;
    return stored && isAsked ? { page: stored.page, behindMs: behind } : made;
  }

  /** Finishes these pages before anybody asks, the first ones first. */
  finishAhead(wanted: readonly Wanted[]): Promise<unknown> {
    return Promise.all(wanted.map((one) => this.#makeInSpareTime(one, priority.ahead)));
  }

  /** After a publication: makes anew what somebody read lately and the publication touched. */
  refresh(): Promise<unknown> {
    const since = Date.now() - recentMs;
    const recent = this.store.outdated().filter(({ stored }) => stored.askedAt > since);
    return Promise.all(
      recent.map(({ key, stored: { scope, share } }) => this.#makeInSpareTime({ key, scope, share }, priority.recent)),
    );
  }

  /** Makes what readers still wait for; after their patience nobody does, and what is left is not begun. */
  async stop(): Promise<void> {
    await Promise.race([this.#lane.onIdle(), wait(patienceMs, undefined, { ref: false })]);
    this.#spareLane.clear();
    this.#lane.clear();
    await this.#lane.onIdle();
  }

  /** Of a page that nobody waits for any more, for all were told to come back, the making is put off. */
  async #inTime(key: string, making: Promise<FinishedPage | null>): Promise<FinishedPage | null | Unserved> {
    const running = this.#underWay.get(key);
    if (running === undefined) return inTime(making);
    running.readers += 1;
    const made = await inTime(making);
    running.readers -= 1;
    const isPutOff = made === "late" && running.readers === 0 && running.urgency === priority.reader.plain;
    if (isPutOff) this.#move(key, running, priority.recent);
    return made;
  }

  /** Resolves when the page is current or could not be made. */
  #makeInSpareTime(wanted: Wanted, urgency: number): Promise<unknown> {
    const { key } = wanted;
    const waiting = this.#inSpareTime.get(key);
    if (waiting) return waiting;
    const make = () => (this.#isMissing(key) ? this.#make(wanted, urgency).catch(() => null) : null);
    const making = this.#spareLane.add(make, { priority: urgency }).finally(() => this.#inSpareTime.delete(key));
    this.#inSpareTime.set(key, making);
    return making;
  }

  #isMissing(key: string): boolean {
    const stored = this.store.get(key);
    return stored === undefined || !isCurrent(stored, Date.now());
  }

  #make(wanted: Wanted, urgency: number): Promise<FinishedPage | null> {
    const running = this.#underWay.get(wanted.key);
    if (running) {
      if (urgency > running.urgency) this.#move(wanted.key, running, urgency);
      return running.making;
    }
    if (this.#isFull(urgency)) return this.#turnAway();
    const making = this.#lane
      .add(({ signal }) => this.#finish(wanted, signal), { priority: urgency, id: wanted.key })
      .finally(() => this.#underWay.delete(wanted.key));
    making.then(
      () => this.#failed.delete(wanted.key),
      (error: unknown) => {
        if (this.store.get(wanted.key)) this.#failed.add(wanted.key);
        log("error", { event: "page-not-made", ...errorFields(error) });
      },
    );
    this.#underWay.set(wanted.key, { making, urgency, readers: 0 });
    return making;
  }

  #isFull(urgency: number): boolean {
    const { narrowed } = priority.reader;
    if (urgency === narrowed && this.#lane.sizeBy({ priority: narrowed }) >= mostNarrowedWaiting) return true;
    return this.#lane.size >= mostWaiting;
  }

  /** Said once a minute, or a flood would fill the log as well. */
  #turnAway(): Promise<never> {
    if (Date.now() - this.#toldFullAt > quietMs) {
      this.#toldFullAt = Date.now();
      log("warn", { event: "pages-waiting-full", count: this.#lane.size });
    }
    const full = Promise.reject(new TooManyWaiting("Too many pages are waiting to be made."));
    full.catch(() => undefined);
    return full;
  }

  #move(key: string, running: UnderWay, urgency: number): void {
    running.urgency = urgency;
    try {
      this.#lane.setPriority(key, urgency);
    } catch {
      // It is being made already.
    }
  }

  async #finish({ key, scope, share }: Wanted, signal: AbortSignal | undefined): Promise<FinishedPage | null> {
    const cell = this.#options.freshness.cell(scope);
    for (let tries = 1; ; tries += 1) {
      // Taken before: a publication in the meantime leaves the page outdated rather than wrongly current.
      const { token } = cell;
      const page = await this.#options.make(key);
      if (signal?.aborted) return page;
      if (page === null) {
        this.store.delete(key);
        return null;
      }
      const { askedAt, asked } = this.store.get(key) ?? { askedAt: Date.now(), asked: 1 };
      const until = page.isProvisional ? Date.now() + provisionalMs : Number.POSITIVE_INFINITY;
      this.store.set(key, { page, token, until, cell, scope, share, askedAt, asked });
      if (token === cell.token || tries === mostTries) return page;
    }
  }
}

function noteAsked(stored: StoredPage): void {
  stored.askedAt = Date.now();
  stored.asked += 1;
}

function isCurrent({ token, cell, until }: StoredPage, now: number): boolean {
  return token === cell.token && now < until;
}

/** Waiting or being made for too long; asked for again it may well be there. */
function isDelayed(problem: unknown): boolean {
  return problem instanceof TooManyWaiting || problem instanceof TimeoutError;
}

async function inTime(making: Promise<FinishedPage | null>): Promise<FinishedPage | null | Unserved> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), patienceMs);
  });
  const made = making.catch((problem: unknown) => (isDelayed(problem) ? "late" : "failed"));
  return Promise.race([made, late]).finally(() => clearTimeout(timer));
}
