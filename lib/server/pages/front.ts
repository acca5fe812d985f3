import type { IncomingMessage, ServerResponse } from "node:http";
import PQueue from "p-queue";
import { inLane } from "@/lib/server/aside";
import { errorFields, log } from "@/lib/server/logger";
import { namesOtherOrigin } from "@/lib/server/same-origin";
import { randomToken } from "@/lib/server/secrets";
import { type Locale, pickLocale } from "@/lib/shared/i18n/locales";
import type { Address } from "./address";
import { FormAnswers } from "./form-answers";
import type { Handler } from "./held-response";
import { LIVE_PATH } from "./live";
import { NoticePages } from "./notice-pages";
import { isFailedPage, isMissingPage, isUnreadForm, makePersonal, sendPersonal } from "./personal-answer";
import { PublicPages, type PublicPagesOptions } from "./public-pages";
import { type Render, renderFor } from "./render";
import { isLargeForm, mostBytes, refuseRequest } from "./request-rules";
import { readRoutes } from "./routes";
import { sendFinished } from "./send-finished";
import { keepForm } from "./sent-form";
import { sendRefusal, sendUnreadable } from "./small-answers";
import { StaticFiles } from "./static-files";

export type FrontOptions = Omit<PublicPagesOptions, "https" | "routes"> & {
  handler: Handler;
  folder: string;
  publicUrl: string;
  maxBodyKb: number;
  maxImportMb: number;
};

const personalAtOnce = 8;
const mostPersonalWaiting = 500;
const largeFormsAtOnce = 2;

/** By this header a request is known that Next itself sends here while it answers another. */
const withinHeader = "x-turnout-within";

/**
 * Personal pages are made for each request: a few at a time, so that asking for them keeps no public page waiting. For
 * the page that an action leads to Next asks this server with the headers the action came with; it goes ahead, or the
 * actions that hold all places would wait for it for ever.
 */
function inTurn(handler: Handler): Handler {
  const lane = new PQueue({ concurrency: personalAtOnce });
  const within = randomToken();
  return async (request, response) => {
    if (request.headers[withinHeader] === within) return handler(request, response);
    if (lane.size >= mostPersonalWaiting) throw new Error("Too many personal pages are waiting to be made.");
    request.headers[withinHeader] = within;
    await lane.add(() => inLane(lane, () => handler(request, response)));
  };
}

/**
 * Every request comes in here. What is public is finished and sent from memory; what is personal goes through to Next,
 * without the headers no reader may set.
 */
export class Front {
  readonly #options: FrontOptions;
  readonly #https: boolean;
  readonly #render: Render;
  readonly #notices: NoticePages;
  readonly #files: StaticFiles;
  readonly #pages: PublicPages;
  readonly #personal: Handler;
  readonly #forms: FormAnswers;
  #largeForms = 0;

  constructor(options: FrontOptions) {
    const https = options.publicUrl.startsWith("https:");
    this.#options = options;
    this.#https = https;
    this.#render = renderFor(options.handler, options.publicUrl);
    this.#notices = new NoticePages(https);
    this.#files = new StaticFiles({ folder: options.folder, https, render: this.#render });
    const routes = readRoutes(options.folder);
    this.#pages = new PublicPages({ ...options, https, routes }, this.#render, this.#notices);
    this.#personal = inTurn(options.handler);
    this.#forms = new FormAnswers({ handler: this.#personal, https, render: this.#render, notices: this.#notices });
  }

  async start(): Promise<void> {
    await this.#notices.make(this.#render);
    await this.#pages.start();
  }

  /** Ends what would hold connections open and waits for pages being made. */
  stop(): Promise<void> {
    return this.#pages.stop();
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    // The whole address, as to a proxy: every server must take it (RFC 9112, 3.2.2), and there is one site here.
    if (request.url?.startsWith("http")) request.url = request.url.replace(/^https?:\/\/[^/?#]*/i, "") || "/";
    const most = mostBytes(request, this.#options);
    if (isLargeForm(request, most) && this.#refuseLargeForm(request, response)) return;
    if (refuseRequest(request, response, most)) return;
    const reading = request.method !== "POST";
    if (reading && this.#pages.sendCurrent(request, response)) return;
    this.#answer(response, reading ? this.#read(request, response) : this.#write(request, response));
  }

  #answer(response: ServerResponse, answered: Promise<void>): void {
    answered.catch((error: unknown) => {
      log("error", { event: "request-failed", ...errorFields(error) });
      if (response.headersSent) response.destroy();
      else sendRefusal(response, { status: 500 }, "Something went wrong.");
    });
  }

  async #read(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?", 1)[0] ?? "/";
    const file = this.#files.find(path);
    if (file) return sendFinished(request, response, await file);
    if (path === LIVE_PATH) return this.#pages.listen(request, response);
    const address = this.#addressOf(request);
    if (address.kind === "personal") return this.#answerPersonal(request, response, address.locale);
    if (address.kind === "unreadable") sendRefusal(response, { status: 400 }, "This address cannot be read.");
    else await this.#pages.send(request, response, address);
  }

  async #write(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = this.#addressOf(request);
    if (address.kind === "personal") {
      const { locale } = address;
      const asked = { get: (name: string) => request.headers[name]?.toString() ?? null };
      // Next would fail over it, and write into the log what the sender chose to say.
      if (namesOtherOrigin(asked, this.#options.publicUrl))
        return sendRefusal(response, { status: 403 }, "This was sent from another site.");
      const readForm = keepForm(request, this.#options.publicUrl);
      if (readForm === null) return this.#answerPersonal(request, response, locale);
      return this.#forms.answer({ request, response, locale }, readForm);
    }
    if (address.kind === "unreadable") sendRefusal(response, { status: 400 }, "This address cannot be read.");
    else sendRefusal(response, { status: 405, headers: { Allow: "GET, HEAD" } }, "Nothing can be sent here.");
  }

  /** Few at once are read for what was typed in them. False when it was left to the plain refusal. */
  #refuseLargeForm(request: IncomingMessage, response: ServerResponse): boolean {
    const address = this.#addressOf(request);
    if (address.kind !== "personal" || this.#largeForms >= largeFormsAtOnce) return false;
    const readForm = keepForm(request, this.#options.publicUrl);
    if (readForm === null) return false;
    this.#largeForms += 1;
    const { locale } = address;
    this.#answer(
      response,
      this.#forms.refuseLarge({ request, response, locale }, readForm).finally(() => {
        this.#largeForms -= 1;
      }),
    );
    return true;
  }

  #addressOf(request: IncomingMessage): Address {
    return this.#pages.addressOf(request.url ?? "/", pickLocale(request.headers["accept-language"] ?? null));
  }

  async #answerPersonal(request: IncomingMessage, response: ServerResponse, locale: Locale): Promise<void> {
    const made = await makePersonal(request, this.#personal).catch((error: unknown) => {
      log("error", { event: "personal-page-failed", ...errorFields(error) });
    });
    // Cut off or refused in the meantime: nobody is waiting for the answer.
    if (response.headersSent || response.destroyed) return;
    if (made && request.method === "POST" && isUnreadForm(made.held)) sendUnreadable(response);
    else if (made && isMissingPage(made.held)) this.#notices.sendMissing({ request, response, locale });
    else if (!made || isFailedPage(made.held)) this.#notices.sendUnavailable({ request, response, locale });
    else await sendPersonal(request, response, { ...made, https: this.#https });
  }
}
