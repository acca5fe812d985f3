import type { Fields } from "../support/acting";
import type { Visitor } from "../support/asking";
import type { People, Who } from "../support/people";

/** One request that changes something, ready to be sent by whoever may send it. */
export type Prepared = { by: Visitor; fields: Fields };

/** A server action with a form of it that goes through, so that whatever is refused is refused for its forgery alone. */
export type Write = {
  action: string;
  /** Of each kind of person, those whom it is not refused to; the others must be. */
  may: readonly Who[];
  prepare(people: People): Promise<Prepared>;
  /** Fields that name something by its id, each with an id of nothing. */
  ids?: Readonly<Record<string, string>>;
  /** It asks for a second step a short while ago. */
  confirmed?: true;
  /** It only asks: nothing changes when it goes through. */
  asks?: true;
  /** For anybody, signed in or not. */
  open?: true;
  /** What was done can be done again. */
  repeatable?: true;
};

export const NOTHING = "01900000-0000-7000-8000-000000000000";
export const EVERYBODY = [
  ...(["nobody", "contributor", "moderator", "admin", "auditor", "suspended", "unsecured"] as const),
] satisfies Who[];
/** Whoever has an account that is not suspended. */
export const ANY_ACCOUNT = ["contributor", "moderator", "admin", "auditor", "unsecured"] as const satisfies Who[];
