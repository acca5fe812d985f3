import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { errorFields, log } from "@/lib/server/logger";
import { type Edition, editionState, onEditionNews } from "@/lib/server/published/edition";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { AddressBook } from "@/lib/shared/public-address";
import { type Address, entranceLanguage, readAddress } from "./address";
import { type FinishedPage, finishPage, PUBLIC_CACHE } from "./finished-page";
import { Freshness } from "./freshness";
import { LiveDesk } from "./live";
import type { NoticePages } from "./notice-pages";
import { PageDesk, type Wanted } from "./page-desk";
import type { Render } from "./render";
import type { RouteTable } from "./routes";
import { sendFinished } from "./send-finished";
import { sendElsewhere, sendProblem, sendWrong } from "./small-answers";

export type PublicPagesOptions = {
  https: boolean;
  routes: RouteTable;
  /** Room for finished pages in memory. */
  pagesMb: number;
  /** After so long without the database every page says so. */
  ageNoticeSeconds: number;
  /** Which addresses an edition has; handed in, because the features know. */
  addresses(records: readonly WaveRecord[]): AddressBook | Promise<AddressBook>;
};

type PublicAddress = Extract<Address, { kind: "page" | "moved" | "missing" | "wrong" }>;

const mostListeners = 10_000;
/** For so long a start waits for the pages that are finished ahead; the rest follow while readers are served. */
const aheadAtStartMs = 10_000;
/** Open pages hear of a publication within five seconds, also where very many pages are finished ahead. */
const aheadBeforeNewsMs = 2000;

/** The finished pages of the edition this process serves, kept in step with it. */
export class PublicPages {
  readonly #options: PublicPagesOptions;
  readonly #render: Render;
  readonly #notices: NoticePages;
  readonly #freshness = new Freshness();
  readonly #desk: PageDesk;
  readonly #live: LiveDesk;
  #book: AddressBook = { find: () => null, ahead: [] };
  #ahead: ReadonlySet<string> = new Set();
  #edition: Edition | null = null;
  #awaySince: number | null = null;
  #taking: Promise<void> = Promise.resolve();
  #noticeTimer: NodeJS.Timeout | undefined;
  #stopHearing: (() => void) | undefined;

  constructor(options: PublicPagesOptions, render: Render, notices: NoticePages) {
    this.#options = options;
    this.#render = render;
    this.#notices = notices;
    this.#live = new LiveDesk({ https: options.https, mostListeners });
    this.#desk = new PageDesk({
      maxBytes: options.pagesMb * 1024 * 1024,
      freshness: this.#freshness,
      make: (key) => this.#make(key),
    });
  }

  /** Resolves when the edition at hand is taken over and its dashboards are finished, as far as time allows. */
  async start(): Promise<void> {
    this.#book = await this.#options.addresses([]);
    this.#stopHearing = onEditionNews(() => void this.#takeEdition());
    await this.#takeEdition();
    await Promise.race([this.#finishAhead(), wait(aheadAtStartMs, undefined, { ref: false })]);
  }

  async stop(): Promise<void> {
    this.#stopHearing?.();
    clearTimeout(this.#noticeTimer);
    this.#live.close();
    await this.#desk.stop();
  }

  /** What stands at an address, as of the edition at hand. */
  addressOf(url: string, language: Locale): Address {
    return readAddress(url, { routes: this.#options.routes, book: this.#book, language });
  }

  /** Sends the page when the address is its canonical one and it is finished and current. True when it did. */
  sendCurrent(request: IncomingMessage, response: ServerResponse): boolean {
    const page = this.#desk.current(request.url ?? "/");
    if (page === null) return false;
    sendFinished(request, response, page, this.#age(0));
    return true;
  }

  async send(request: IncomingMessage, response: ServerResponse, address: PublicAddress): Promise<void> {
    if (address.kind === "moved") return sendElsewhere(response, this.#options.https, address);
    if (address.kind === "wrong") return sendWrong(response, this.#options.https, address.names);
    const { locale, asData } = address;
    const asking = { request, response, locale, asData };
    const served = address.kind === "missing" ? null : await this.#desk.serve(this.#wanted(address));
    if (served === "late") this.#notices.sendComing(asking);
    // Without any edition nobody can say what exists.
    else if (served === "failed" || (served === null && this.#edition === null)) this.#notices.sendUnavailable(asking);
    else if (served === null) this.#notices.sendMissing(asking);
    else sendFinished(request, response, served.page, this.#age(served.behindMs));
  }

  /** Keeps a connection open on which a reader's page hears of newer versions. */
  listen(request: IncomingMessage, response: ServerResponse): void {
    const query = new URLSearchParams((request.url ?? "").split("?")[1] ?? "");
    const record = this.#edition?.records.find(({ wave }) => wave.slug === query.get("wave"));
    const version = query.get("version") ?? "";
    if (record && /^\d{1,9}$/.test(version)) {
      this.#live.listen(response, record.wave.id, { has: Number(version), latest: record.version });
    } else {
      const { https } = this.#options;
      sendProblem(response, { status: 404, https }, "There is no such wave, or the version of the page is missing.");
    }
  }

  /** Seconds since what is sent was last known to be the latest (RFC 9111, 5.1); nothing while it is. */
  #age(behindMs: number): readonly string[] | undefined {
    if (this.#awaySince === null && behindMs === 0) return undefined;
    const awayMs = this.#awaySince === null ? 0 : Date.now() - this.#awaySince;
    return ["Age", String(Math.max(0, Math.round(Math.max(behindMs, awayMs) / 1000)))];
  }

  #wanted({ key, scope, narrowed }: Extract<Address, { kind: "page" }>): Wanted {
    const share = narrowed ? "narrowed" : "plain";
    return { key, scope, share: this.#ahead.has(key) ? "ahead" : share };
  }

  async #make(key: string): Promise<FinishedPage | null> {
    const held = await this.#render(key);
    if (held.status === 404) return null;
    if (held.status >= 400) throw new Error(`The page answered ${held.status}.`);
    const byLanguage = entranceLanguage(key) !== null;
    return finishPage(held, { https: this.#options.https, cacheControl: PUBLIC_CACHE, byLanguage });
  }

  /** One after the other, because making the address book may take a moment. */
  #takeEdition(): Promise<void> {
    this.#taking = this.#taking
      .then(() => this.#take())
      .catch((error: unknown) => log("error", { event: "edition-not-taken", ...errorFields(error) }));
    return this.#taking;
  }

  async #take(): Promise<void> {
    const { edition, awaySince } = editionState();
    if (edition !== null && edition !== this.#edition) await this.#takeAddresses(edition);
    this.#awaySince = awaySince;
    const waves = new Map(edition?.records.map(({ wave, version }) => [wave.id, version]));
    this.#freshness.update({ all: edition?.version ?? 0, waves }, this.#noticeOfAge(), Date.now());
    void this.#spread();
  }

  /** What is read most is made first, so that whoever is told of it and reloads finds it. */
  async #spread(): Promise<void> {
    await Promise.race([this.#finishAhead(), wait(aheadBeforeNewsMs, undefined, { ref: false })]);
    for (const { wave, version } of this.#edition?.records ?? []) this.#live.announce(wave.id, version);
    await this.#desk.refresh();
  }

  async #takeAddresses(edition: Edition): Promise<void> {
    this.#book = await this.#options.addresses(edition.records);
    this.#ahead = new Set(this.#book.ahead);
    this.#edition = edition;
  }

  #finishAhead(): Promise<unknown> {
    const addresses = [...this.#ahead].map((path) => this.addressOf(path, "en"));
    return this.#desk.finishAhead(addresses.flatMap((one) => (one.kind === "page" ? [this.#wanted(one)] : [])));
  }

  /** Past the limit every page says that the database is away; a timer makes sure that it does not take a request. */
  #noticeOfAge(): string {
    clearTimeout(this.#noticeTimer);
    if (this.#awaySince === null) return "";
    const leftMs = this.#awaySince + this.#options.ageNoticeSeconds * 1000 - Date.now();
    if (leftMs <= 0) return ` away ${this.#awaySince}`;
    this.#noticeTimer = setTimeout(() => void this.#takeEdition(), leftMs + 1).unref();
    return "";
  }
}
