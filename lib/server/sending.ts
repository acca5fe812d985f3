import { AsyncLocalStorage } from "node:async_hooks";
import type { UnsentForm } from "@/lib/shared/unsent-form";

/** What becomes of one form while it is answered, and what is known of it while the page about that is made. */
export type Sending = { outcome?: Noted; unsent?: UnsentForm };
type Noted = "saved" | "away" | "signed_out";

// Next loads this module more than once into one process; what is under way must exist once.
const shared = globalThis as { turnoutSending?: AsyncLocalStorage<Sending> };
shared.turnoutSending ??= new AsyncLocalStorage();
const underWay = shared.turnoutSending;

/** Everything the work does, however deep, notes and finds its own `sending` and nobody else's. */
export function whileSending<T>(sending: Sending, work: () => T): T {
  return underWay.run(sending, work);
}

/** Whoever handles the form says what came of it, because the page that follows may fail by itself. */
export function noteOutcome(outcome: Noted): void {
  const sending = underWay.getStore();
  if (sending) sending.outcome = outcome;
}

/** The form the page being made is about; null for every page but that one. */
export function unsentForm(): UnsentForm | null {
  return underWay.getStore()?.unsent ?? null;
}
