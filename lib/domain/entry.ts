import type { Role } from "./can";
import type { Tie } from "./independence";

export const ENTRY_STATES = [
  "draft",
  "submitted",
  "changes_requested",
  "approved_once",
  "published",
  "rejected",
  "unverifiable",
  "withdrawn",
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const ENTRY_VERBS = [
  "save",
  "submit",
  "request_changes",
  "approve",
  "reject",
  "mark_unverifiable",
  "withdraw",
  "reopen",
] as const;
export type EntryVerb = (typeof ENTRY_VERBS)[number];

/** Who may use a row. `other_moderator` is a moderator who is not the author. */
type Who = "writer" | "author" | "other_moderator";

/** One row of the table of states. `to` "approval" is approved once, or published when that was enough. */
type Row = { from: readonly (EntryState | null)[]; to: EntryState | "approval"; who: Who; needsReason: boolean };

/** The table of states; a null `from` is an entry that does not exist yet. */
export const ENTRY_TRANSITIONS: Record<EntryVerb, Row> = {
  save: { from: [null], to: "draft", who: "writer", needsReason: false },
  submit: { from: ["draft", "changes_requested"], to: "submitted", who: "author", needsReason: false },
  request_changes: { from: ["submitted"], to: "changes_requested", who: "other_moderator", needsReason: true },
  approve: { from: ["submitted", "approved_once"], to: "approval", who: "other_moderator", needsReason: false },
  reject: { from: ["submitted", "approved_once"], to: "rejected", who: "other_moderator", needsReason: true },
  mark_unverifiable: {
    from: ["submitted", "approved_once"],
    to: "unverifiable",
    who: "other_moderator",
    needsReason: true,
  },
  withdraw: { from: ["draft", "submitted", "changes_requested"], to: "withdrawn", who: "author", needsReason: false },
  reopen: { from: ["rejected", "unverifiable"], to: "submitted", who: "other_moderator", needsReason: true },
};

/** Where a changed payload leaves the entry. States not named here cannot be changed. */
const AFTER_CHANGE: Partial<Record<EntryState, EntryState>> = {
  draft: "draft",
  submitted: "submitted",
  changes_requested: "changes_requested",
  approved_once: "submitted",
};

export type EntryRef = { state: EntryState | null; version: number };

export type TransitionContext = {
  actorIsAuthor: boolean;
  role: Role;
  /** How the actor is tied to the author; whoever is tied may ask and reject, but their approval does not count. */
  tie: Tie | null;
  /**
   * Whether the actor has approved this very version, with this standing, since it was last submitted or reopened; older
   * approvals are void.
   */
  alreadyApprovedThisVersion: boolean;
  /** The author has deleted their account: nobody is left to change anything. */
  isAuthorGone?: boolean;
  /** 1 or 2, as `approvalsRequired` says now. */
  approvalsRequired: number;
  /** Approvals of this version by others that count and stand for the same; one for another standing is not one of them. */
  approvalsAgreeing: number;
  /** The version the actor saw. A decision without it is stale; an author may leave it out. */
  seenVersion: number | null;
  reason: string | null;
};

export const TRANSITION_REFUSALS = [
  "not_allowed_from_state",
  "role",
  "not_author",
  "own_entry",
  "tie_inviter",
  "tie_invitee",
  "author_gone",
  "stale_version",
  "already_approved",
  "reason_required",
] as const;
export type TransitionRefusal = (typeof TRANSITION_REFUSALS)[number];
export type TransitionResult = { ok: true; to: EntryState } | { ok: false; refusal: TransitionRefusal };

/**
 * The state an entry goes to, or the first reason, in the order of `TRANSITION_REFUSALS`, why it may not. Says what is
 * allowed; the write repeats it as a guarded UPDATE. An account that is suspended is stopped before, by `can`.
 */
export function transition(entry: EntryRef, verb: EntryVerb, context: TransitionContext): TransitionResult {
  const row = ENTRY_TRANSITIONS[verb];
  if (!row.from.includes(entry.state)) return refuse("not_allowed_from_state");
  const barred = barredFrom(row.who, context);
  if (barred !== null) return refuse(barred);
  if (verb === "approve" && context.tie !== null) return refuse(`tie_${context.tie}`);
  if (verb === "request_changes" && context.isAuthorGone) return refuse("author_gone");
  if (isStale(entry, row.who, context)) return refuse("stale_version");
  if (verb === "approve" && context.alreadyApprovedThisVersion) return refuse("already_approved");
  if (row.needsReason && (context.reason ?? "").trim() === "") return refuse("reason_required");
  return { ok: true, to: row.to === "approval" ? approvalLeadsTo(context) : row.to };
}

export type ChangeContext = Pick<TransitionContext, "actorIsAuthor" | "seenVersion">;
export type ChangeResult =
  | { ok: true; to: EntryState; version: number; approvalsVoided: boolean }
  | { ok: false; refusal: TransitionRefusal };

/**
 * A change of the payload, by the author only: always a new version, and every approval given so far is void, so that
 * an entry approved once is merely submitted again. What is decided or withdrawn cannot be changed.
 */
export function changePayload(entry: EntryRef, context: ChangeContext): ChangeResult {
  const to = entry.state === null ? undefined : AFTER_CHANGE[entry.state];
  if (to === undefined) return refuse("not_allowed_from_state");
  if (!context.actorIsAuthor) return refuse("not_author");
  if (context.seenVersion !== null && context.seenVersion !== entry.version) return refuse("stale_version");
  return { ok: true, to, version: entry.version + 1, approvalsVoided: entry.state === "approved_once" };
}

function barredFrom(who: Who, { role, actorIsAuthor }: TransitionContext): TransitionRefusal | null {
  if (who === "author") return actorIsAuthor ? null : "not_author";
  if (who === "writer") return role === "contributor" || role === "moderator" ? null : "role";
  if (role !== "moderator") return "role";
  return actorIsAuthor ? "own_entry" : null;
}

function isStale(entry: EntryRef, who: Who, { seenVersion }: TransitionContext): boolean {
  return seenVersion === null ? who === "other_moderator" : seenVersion !== entry.version;
}

function approvalLeadsTo({ approvalsRequired, approvalsAgreeing }: TransitionContext): EntryState {
  return approvalsAgreeing + 1 >= approvalsRequired ? "published" : "approved_once";
}

function refuse(refusal: TransitionRefusal): { ok: false; refusal: TransitionRefusal } {
  return { ok: false, refusal };
}
