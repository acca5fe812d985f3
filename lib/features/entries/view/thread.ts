import type { EntryState } from "@/lib/domain/entry";
import { whoHolds } from "@/lib/domain/hold";
import type { Epoch } from "@/lib/domain/moment";
import type { DecisionRow, DecisionVerb, HoldRow, MessageRow } from "./rows";

/** One line of the conversation about an entry: a message, or a decision with its reason. */
export type ThreadLine = {
  key: string;
  at: Epoch;
  /** Whose words they are, as the reader of the page looks at it. */
  from: "self" | "author" | "moderator";
  /** The writer's pseudonym; null for a decision, which is the moderators'. */
  handle: string | null;
  text: string;
  verb: DecisionVerb | null;
  /** When a moderator took the text out. */
  erasedAt: Epoch | null;
  /** The message whose text this reader may take out. */
  erasable: number | null;
};

export type Thread = {
  entryId: string;
  lines: ThreadLine[];
  /** Made with the page, so that a message sent twice is one. */
  messageKey: string;
  canWrite: boolean;
  /** The author can hand the entry back together with an answer. */
  canHandBack: boolean;
};

type Told = {
  entry: { id: string; authorId: string; state: EntryState; submittedAt: Epoch | null };
  messages: readonly MessageRow[];
  /** Those with a reason stand among the messages; an author's page has them nowhere else in order. */
  decisions: readonly DecisionRow[];
};
type Reader = { id: string; mayWrite: boolean; messageKey: string; mayErase?: boolean };

/** What was said about an entry, oldest first. A decision names no moderator; a message is signed. */
export function threadView(
  { entry, messages, decisions }: Told,
  { id, mayWrite, messageKey, mayErase = false }: Reader,
): Thread {
  const fromOf = (writerId: string) =>
    writerId === id ? "self" : writerId === entry.authorId ? "author" : "moderator";
  const said = messages.map(
    (message): ThreadLine => ({
      ...{ key: `m${message.id}`, at: message.at, text: message.text, verb: null },
      ...{ from: fromOf(message.writerId), handle: message.writerHandle, erasedAt: message.erasedAt },
      erasable: mayErase && message.erasedAt === null ? message.id : null,
    }),
  );
  const decided = decisions.flatMap((decision): ThreadLine[] => {
    const { id: number, at, reason, verb } = decision;
    if (reason === null) return [];
    const told = { text: reason, verb, erasedAt: null, erasable: null };
    return [{ key: `d${number}`, at, from: "moderator", handle: null, ...told }];
  });
  const isOpen = entry.submittedAt !== null && entry.state !== "draft" && entry.state !== "withdrawn";
  return {
    ...{ entryId: entry.id, messageKey, canWrite: mayWrite && isOpen },
    lines: [...said, ...decided].toSorted((one, other) => one.at - other.at),
    canHandBack: mayWrite && entry.authorId === id && entry.state === "changes_requested",
  };
}

/** Who is at an entry, as a moderator's page says it. */
export type HoldView = {
  entryId: string;
  who: "nobody" | "self" | "other";
  handle: string | null;
  since: Epoch | null;
  /** Whether there is anything to take or let go of: not of one's own entry, nor of one that is decided. */
  canHold: boolean;
};

type Held = { entryId: string; hold: HoldRow | null; canHold: boolean };

export function holdView({ entryId, hold, canHold }: Held, viewerId: string, now: Epoch): HoldView {
  const who = whoHolds(hold, viewerId, now);
  const isHeld = who !== "nobody" && hold !== null;
  return { entryId, who, canHold, handle: isHeld ? hold.handle : null, since: isHeld ? hold.heldAt : null };
}
