import type { IncomingMessage, ServerResponse } from "node:http";
import { errorFields, log } from "@/lib/server/logger";
import { editionState } from "@/lib/server/published/edition";
import { type Sending, whileSending } from "@/lib/server/sending";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { UnsentForm } from "@/lib/shared/unsent-form";
import { finishPage } from "./finished-page";
import type { Handler, HeldAnswer } from "./held-response";
import type { NoticePages } from "./notice-pages";
import { isFailedPage, isUnreadForm, makePersonal, sendPersonal } from "./personal-answer";
import type { Render } from "./render";
import { sendFinished } from "./send-finished";
import type { ReadForm } from "./sent-form";
import { sendTooLarge, sendUnreadable } from "./small-answers";

type Options = { handler: Handler; render: Render; notices: NoticePages; https: boolean };
type Asking = { request: IncomingMessage; response: ServerResponse; locale: Locale };

const retryAfter = "10";

/**
 * Answers forms that were sent without script. Next makes the whole page anew for them, which may need what the action
 * could do without: whoever typed gets everything back when that fails, and a button that sends it again.
 */
export class FormAnswers {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async answer(asking: Asking, readForm: ReadForm): Promise<void> {
    const { handler, notices, https } = this.#options;
    const { request, response } = asking;
    const sending: Sending = {};
    const made = await whileSending(sending, () => makePersonal(request, handler)).catch(noteFailure);
    // Cut off or refused in the meantime: nobody is waiting for the answer.
    if (response.headersSent || response.destroyed) return;
    if (made && isUnreadForm(made.held)) return sendUnreadable(response);
    if (made && !isFailedPage(made.held) && !isLedAway(made.held, sending)) {
      return sendPersonal(request, response, { ...made, https });
    }
    const form = await readForm();
    const unsent = form && { ...form, outcome: outcomeOf(sending) };
    const page = unsent && (await this.#make(asking, unsent).catch(noteFailure));
    if (response.headersSent || response.destroyed) return;
    if (page) sendFinished(request, response, page, isToWait(unsent) ? ["Retry-After", retryAfter] : []);
    else notices.sendUnavailable(asking);
  }

  /** Of a form with a file that is larger than what is taken, everything but the file comes back. */
  async refuseLarge(asking: Asking, readForm: ReadForm): Promise<void> {
    const { request, response } = asking;
    const form = await readForm();
    const unsent = form && { ...form, outcome: "too_large" as const };
    const page = unsent && (await this.#make(asking, unsent).catch(noteFailure));
    if (response.headersSent || response.destroyed) return;
    if (page) sendFinished(request, response, page);
    else sendTooLarge(response);
  }

  async #make({ locale }: Asking, unsent: UnsentForm) {
    const { render, https } = this.#options;
    const held = await whileSending({ unsent }, () => render(`/${locale}/unsent`));
    if (held.status !== 200) throw new Error(`The page about an unsent form answered ${held.status}.`);
    const status = STATUSES[unsent.outcome];
    return finishPage({ ...held, status }, { https, cacheControl: "private, no-store", effort: "once" });
  }
}

const STATUSES: Readonly<Record<UnsentForm["outcome"], number>> = {
  ...{ saved: 503, away: 503, broken: 503 },
  ...{ signed_out: 403, too_large: 413 },
};

const isToWait = ({ outcome }: UnsentForm) => STATUSES[outcome] === 503;

/** The page of the form leads whoever is signed out elsewhere; sent there, what was typed would be gone. */
function isLedAway({ status }: HeldAnswer, { outcome }: Sending): boolean {
  return outcome === "signed_out" && status >= 300 && status < 400;
}

/** The action knows best; when it was never reached, whoever follows the database does. */
function outcomeOf({ outcome }: Sending): UnsentForm["outcome"] {
  return outcome ?? (editionState().awaySince === null ? "broken" : "away");
}

function noteFailure(error: unknown): null {
  log("error", { event: "form-not-answered", ...errorFields(error) });
  return null;
}
