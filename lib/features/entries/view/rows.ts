import type { ChosenStanding } from "@/lib/domain/chosen-standing";
import type { EntryState, EntryVerb } from "@/lib/domain/entry";
import type { RecordKind } from "@/lib/domain/id";
import type { EntryKind } from "@/lib/domain/impact";
import type { Epoch } from "@/lib/domain/moment";
import type { PutBack } from "./put-back";

export type DecisionVerb = Exclude<EntryVerb, "save" | "submit" | "withdraw">;
export type EntryRow = {
  id: string;
  waveId: string;
  kind: EntryKind;
  state: EntryState;
  version: number;
  approvalsRequired: number;
  authorId: string;
  recordId: string | null;
  payload: unknown;
  createdAt: Epoch;
  updatedAt: Epoch;
  submittedAt: Epoch | null;
};
/** A decision as its entry's author may see it: what and why, never who. */
export type DecisionRow = {
  id: number;
  entryVersion: number;
  verb: DecisionVerb;
  reason: string | null;
  /** What an approval makes of a claim; null for any other decision and for what is no claim. */
  standing: ChosenStanding | null;
  at: Epoch;
};
export type SignedDecisionRow = DecisionRow & {
  moderatorId: string;
  moderatorHandle: string;
  /** As an approval: whoever gave it may still decide, and is not tied to the author. */
  counts: boolean;
  reasonLanguage: string | null;
};
export type VersionRow = { version: number; payload: unknown; at: Epoch };

/** A message as whoever is part of the conversation sees it: signed with a pseudonym. */
export type MessageRow = {
  id: number;
  writerId: string;
  writerHandle: string;
  text: string;
  at: Epoch;
  /** When a moderator took the text out. */
  erasedAt: Epoch | null;
};
export type HoldRow = { moderatorId: string; handle: string; heldAt: Epoch };
/** That an entry has a photograph, and nothing of what is on it. */
export type EvidenceRow = { id: string; width: number; height: number; at: Epoch };

/** Another entry about the same record, as far as a moderator needs it to find it. */
export type WaitingEntry = Pick<EntryRow, "id" | "kind"> & { submittedAt: Epoch };

export type OwnEntryRow = EntryRow & {
  decisions: DecisionRow[];
  /** The last message about it is a moderator's. */
  isAsked: boolean;
};
export type ModeratedEntryRow = EntryRow & {
  authorHandle: string;
  /** By whose invitation the author came: neither of the two approves the other's entries. */
  authorInvitedById: string | null;
  /** The author has deleted their account. */
  isAuthorGone: boolean;
  decisions: SignedDecisionRow[];
  versions: VersionRow[];
  /** How it would bring back what was taken down. */
  putBack: PutBack[];
};

/** What became of an author's entries so far; rejected ones with those that nobody could verify. */
export type AuthorRecord = { published: number; rejected: number };
/** An entry as the queue lists it. */
export type QueueEntryRow = EntryRow & {
  recordKind: RecordKind;
  authorHandle: string;
  authorRecord: AuthorRecord;
  decisions: (DecisionRow & Pick<SignedDecisionRow, "moderatorId" | "counts">)[];
  hold: HoldRow | null;
  /** How it would bring back what was taken down. */
  putBack: PutBack[];
};

/** The neighbours of an entry in the queue as one moderator goes through it; null where there is none. */
export type Neighbours = {
  /** The first of all in turn, to begin anew with. */
  first: string | null;
  before: string | null;
  after: string | null;
};

/** A proposal about a record, as moderators find it again: who made it, when it was sent last and what became of it. */
export type RecordProposal = Pick<EntryRow, "id" | "kind" | "state"> & { handle: string; at: Epoch };
