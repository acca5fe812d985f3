import type { IncomingMessage, ServerResponse } from "node:http";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { type FinishedPage, finishPage, PUBLIC_CACHE } from "./finished-page";
import type { HeldAnswer } from "./held-response";
import type { Render } from "./render";
import { sendFinished } from "./send-finished";
import { sendProblem, sendRefusal } from "./small-answers";

type Asking = { request: IncomingMessage; response: ServerResponse; locale: Locale; asData?: boolean };

const retryAfter = "10";
const comingAfter = "2";
/** Browsers ask again by themselves, also without scripts; programs read when to. */
const comeBack = { "Retry-After": comingAfter, Refresh: comingAfter };

/** What is made once must not be a failure that is then shown for ever. */
function made(held: HeldAnswer): HeldAnswer {
  if (held.status !== 200) throw new Error(`A notice could not be made: ${held.status}.`);
  return held;
}

/** The three pages that are sent in place of another, made at start, because they are needed when nothing else works. */
export class NoticePages {
  readonly #https: boolean;
  readonly #missing = new Map<Locale, FinishedPage>();
  readonly #unavailable = new Map<Locale, FinishedPage>();
  readonly #coming = new Map<Locale, FinishedPage>();

  constructor(https: boolean) {
    this.#https = https;
  }

  async make(render: Render): Promise<void> {
    for (const locale of LOCALES) {
      const missing = { ...made(await render(`/${locale}/missing`)), status: 404 };
      // At an address without a language it is the reader's.
      const finishing = { https: this.#https, cacheControl: PUBLIC_CACHE, byLanguage: true };
      this.#missing.set(locale, await finishPage(missing, finishing));
      this.#unavailable.set(locale, await this.#instead(await render(`/${locale}/unavailable`)));
      this.#coming.set(locale, await this.#instead(await render(`/${locale}/coming`)));
    }
  }

  /** 404. All addresses without a page share this one, so that asking for nothing costs nothing. */
  sendMissing({ request, response, locale, asData }: Asking): void {
    const page = this.#missing.get(locale);
    if (page && !asData) sendFinished(request, response, page);
    else sendProblem(response, { status: 404, https: this.#https }, "There is nothing at this address.");
  }

  /** 503: the page is being made, and opens by itself. */
  sendComing({ request, response, locale, asData }: Asking): void {
    const page = this.#coming.get(locale);
    const small = { status: 503, https: this.#https, headers: comeBack };
    if (page && !asData) sendFinished(request, response, page, Object.entries(comeBack).flat());
    else sendProblem(response, small, "This is being made. Ask again in two seconds.");
  }

  /** 503: what is wrong, in the reader's language, and when to try again. */
  sendUnavailable({ request, response, locale, asData }: Asking): void {
    const headers = { "Retry-After": retryAfter };
    const page = this.#unavailable.get(locale);
    if (page && !asData) sendFinished(request, response, page, ["Retry-After", retryAfter]);
    else if (asData) sendProblem(response, { status: 503, https: this.#https, headers }, "Not available just now.");
    else sendRefusal(response, { status: 503, headers }, "Not available just now. Please try again in a moment.");
  }

  #instead(held: HeldAnswer): Promise<FinishedPage> {
    return finishPage({ ...made(held), status: 503 }, { https: this.#https, cacheControl: "no-store" });
  }
}
