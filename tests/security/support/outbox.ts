import { randomUUID } from "node:crypto";
import { accountMark } from "@/lib/features/entries/data/account-mark";
import { typedCorrection } from "../../integration/support/corrections";
import { typedFigure } from "../../integration/support/entries";
import { correctionOf, draftOf, fieldsOf, submittedBy } from "../writes/entries";
import { NOTHING } from "../writes/write";
import { ask, ownOrigin, type Told, type Visitor } from "./asking";
import type { Who } from "./people";

type Sent = Record<string, string>;

/** What an outbox sends: ready to go through for its author, and whom else it is not refused to as somebody else's. */
export type Sending = {
  /** With a mark of their own; whoever may is not refused, but for an entry that is not theirs. */
  may: readonly Who[];
  of(author: Visitor): Promise<Sent>;
  /** The field that names an entry, with an id of nothing. */
  ids?: Readonly<Record<string, string>>;
};

const mayPropose = ["contributor", "moderator", "unsecured"] as const satisfies Who[];
const seen = (entryId: string) => ({ entryId, seenVersion: "1" });
const ids = { entryId: NOTHING };

export const outboxSendings: Readonly<Record<string, Sending>> = {
  "a new entry": {
    may: mayPropose,
    of: async () => ({ ...fieldsOf(typedFigure()), submissionKey: randomUUID() }),
  },
  "a new correction": {
    may: mayPropose,
    of: async () => ({
      ...fieldsOf(typedCorrection("KZ22-F12", { "note.en": "Seen again." })),
      submissionKey: randomUUID(),
    }),
  },
  "a change of a draft": {
    ...{ may: [], ids },
    of: async (author) => ({ ...fieldsOf(typedFigure({ number: "4712" })), ...seen(await draftOf(author)) }),
  },
  "a change of what waits": {
    ...{ may: [], ids },
    of: async (author) => ({ ...fieldsOf(typedFigure({ number: "4713" })), ...seen(await submittedBy(author)) }),
  },
  "a change of a correction": {
    ...{ may: [], ids },
    of: async (author) => ({
      ...fieldsOf(typedCorrection("KZ22-F12", { "note.en": "Seen by another." })),
      ...seen(await correctionOf(author)),
    }),
  },
  "an answer": {
    ...{ may: ["moderator"], ids },
    of: async (author) => ({ entryId: await submittedBy(author), messageKey: randomUUID(), text: "It was the fifth." }),
  },
};

/** As the page of an outbox sends it, with the mark of an account. */
export function sendFromOutbox(by: Visitor, fields: Sent, account = by.id): Promise<Told> {
  const body = new URLSearchParams({ ...fields, account: accountMark(account) }).toString();
  const headers = { ...ownOrigin, "content-type": "application/x-www-form-urlencoded" };
  return ask(by, "/api/outbox", { method: "POST", headers, body });
}
