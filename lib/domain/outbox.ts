/** Milliseconds since 1970. */
type Epoch = number;

/** Why something kept on a device has not arrived yet; each is a text of `outbox.waiting`. */
export type WaitingFor = "not_tried" | "no_line" | "server_away" | "signed_out";

/** How an entry was taken in: for the moderators, as a draft because something is missing, or it was there already. */
export type TakenAs = "submitted" | "message" | "draft" | "sent_before";

/**
 * Where something written without a line stands. `tries` counts the tries since it was written or since its author
 * asked again; `notBefore` is when the next one is due.
 */
export type OutboxState =
  | { is: "saved"; tries: number; notBefore: Epoch; for: WaitingFor }
  | { is: "sending"; tries: number }
  | { is: "received"; entryId: string; as: TakenAs; at: Epoch }
  | { is: "refused"; because: string; fields: Readonly<Record<string, string>> };

/** What the other side made of it. Only `received` and `refused` come from the server itself. */
export type SendOutcome =
  | { outcome: "received"; entryId: string; as: TakenAs }
  | { outcome: "refused"; because: string; fields: Readonly<Record<string, string>> }
  | { outcome: Exclude<WaitingFor, "not_tried"> };

export type OutboxEvent =
  | { type: "send" }
  | { type: "answered"; answer: SendOutcome }
  /** The page was closed or reloaded on the way: whether it arrived is not known. */
  | { type: "interrupted" }
  /** Its author asks to try again now. */
  | { type: "asked_again" }
  /** Its author wrote it anew under the same key. */
  | { type: "written" };

export const SAVED: OutboxState = { is: "saved", tries: 0, notBefore: 0, for: "not_tried" };

const shortestWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

/** How long to wait after so many tries in vain: 5 s, doubled each time, a quarter of an hour at most. */
export function waitMs(tries: number): number {
  return Math.min(shortestWaitMs * 2 ** Math.max(0, tries - 1), longestWaitMs);
}

/**
 * The state after an event; one that does not fit leaves it as it is. What was received stays received: it is never
 * sent again, whatever happens. An interrupted sending counts as unsent, since sending twice under one key is one entry.
 */
export function afterEvent(state: OutboxState, event: OutboxEvent, now: Epoch): OutboxState {
  if (state.is === "received") return state;
  switch (event.type) {
    case "send":
      return state.is === "saved" ? { is: "sending", tries: state.tries + 1 } : state;
    case "answered":
      return state.is === "sending" ? afterAnswer(state.tries, event.answer, now) : state;
    case "interrupted":
      return state.is === "sending" ? waiting(state.tries, "no_line", now) : state;
    default:
      return state.is === "sending" ? state : SAVED;
  }
}

function afterAnswer(tries: number, answer: SendOutcome, now: Epoch): OutboxState {
  if (answer.outcome === "received") return { is: "received", entryId: answer.entryId, as: answer.as, at: now };
  if (answer.outcome === "refused") return { is: "refused", because: answer.because, fields: answer.fields };
  return waiting(tries, answer.outcome, now);
}

/** Who is signed out need not wait for a time: the next sign-in is what it waits for. */
function waiting(tries: number, why: WaitingFor, now: Epoch): OutboxState {
  return { is: "saved", tries, notBefore: why === "signed_out" ? now : now + waitMs(tries), for: why };
}

/** Whether it is to be sent now by itself. */
export function isDue(state: OutboxState, now: Epoch): boolean {
  return state.is === "saved" && state.notBefore <= now;
}

/** The line came back or the page was opened: what waited for a line waits no longer. */
export function withLine(state: OutboxState, now: Epoch): OutboxState {
  return state.is === "saved" && state.for !== "server_away"
    ? { ...state, notBefore: Math.min(state.notBefore, now) }
    : state;
}

/** When the next one is due by itself; null when nothing waits for a time. */
export function nextDue(states: readonly OutboxState[]): Epoch | null {
  const times = states.flatMap((state) =>
    state.is === "saved" && state.for !== "signed_out" ? [state.notBefore] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}
