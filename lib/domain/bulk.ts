import { type Actor, can } from "./can";
import { type EntryState, type EntryVerb, TRANSITION_REFUSALS, transition } from "./entry";
import type { Tie } from "./independence";

/** The verbs that a moderator can use on many entries at once. */
export const BULK_VERBS = ["approve", "request_changes", "reject", "mark_unverifiable", "reopen"] as const;
export type BulkVerb = Extract<EntryVerb, (typeof BULK_VERBS)[number]>;

/** One decision goes through at most this many entries; what matches beyond them waits for the next. */
export const BULK_LIMIT = 5000;

/** Why an entry will be left as it is, known before anything is decided. */
export const UNTOUCHED_FORESEEN = [
  ...TRANSITION_REFUSALS,
  "second_factor",
  "personal_data",
  "tier_two_reason",
  "weighed",
  "record_changed",
  "held_by_other",
] as const;
export type UntouchedForeseen = (typeof UNTOUCHED_FORESEEN)[number];

export type BulkCandidate = {
  state: EntryState;
  version: number;
  authorId: string;
  /** How the moderator is tied to the author. */
  tie: Tie | null;
  /** The author has deleted their account. */
  isAuthorGone: boolean;
  approvalsRequired: number;
  /** Whether the moderator has approved this very version already. */
  hasApproved: boolean;
  /** Approvals by others that count and leave the claim as plain as this one would. */
  approvalsAgreeing: number;
  /** Another moderator approved it with another standing: that is to be looked at by itself. */
  isWeighed: boolean;
  /** Something in it seems to lead to a person: a moderator looks at it by itself before it is published. */
  hasPersonalData: boolean;
  /** It rests on sources of the second tier alone, and nobody has said why that is enough. */
  lacksFirstTier: boolean;
  /** The record a correction was made against has another revision by now, or is retracted. */
  recordChanged: boolean;
  /** Another moderator is at it, and it was not asked to decide all the same. */
  heldByOther: boolean;
};

export type Foreseen = { to: EntryState } | { untouched: UntouchedForeseen };

/** What a decision would do to an entry as it stands: where it would go, or the first reason why it would stay. */
export function foresee(
  entry: BulkCandidate,
  verb: BulkVerb,
  { actor, reason }: { actor: Actor; reason: string | null },
): Foreseen {
  const verdict = transition(entry, verb, {
    actorIsAuthor: entry.authorId === actor.id,
    role: actor.role,
    tie: entry.tie,
    isAuthorGone: entry.isAuthorGone,
    alreadyApprovedThisVersion: entry.hasApproved,
    approvalsRequired: entry.approvalsRequired,
    approvalsAgreeing: entry.approvalsAgreeing,
    seenVersion: entry.version,
    reason,
  });
  if (!verdict.ok) return { untouched: verdict.refusal };
  const may = can(actor, "reject_entry", { authorId: entry.authorId });
  if (!may.allowed) return { untouched: may.because === "second_factor" ? "second_factor" : "own_entry" };
  if (verb === "approve" && entry.hasPersonalData) return { untouched: "personal_data" };
  if (verb === "approve" && entry.lacksFirstTier && reason === null) return { untouched: "tier_two_reason" };
  if (verb === "approve" && entry.isWeighed) return { untouched: "weighed" };
  if (verb === "approve" && entry.recordChanged) return { untouched: "record_changed" };
  return entry.heldByOther ? { untouched: "held_by_other" } : { to: verdict.to };
}
