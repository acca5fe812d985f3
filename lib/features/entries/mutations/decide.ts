import type { Verb } from "@/lib/domain/can";
import type { ChosenStanding } from "@/lib/domain/chosen-standing";
import { type EntryState, transition } from "@/lib/domain/entry";
import { evidenceSeen } from "@/lib/domain/evidence";
import { tieBetween } from "@/lib/domain/independence";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import type { Locale } from "@/lib/shared/i18n/locales";
import { changedFields } from "../view/differences";
import type { DecisionVerb } from "../view/rows";
import {
  approvalsAgreeing,
  auditEntry,
  done,
  type HeldActor,
  hasApproved,
  type LockedEntry,
  lockFor,
  updateEntry,
  whoWasFirst,
} from "./locked-entry";
import { tellAuthor } from "./news";
import type { EntryRefusal, EntryResult } from "./refusal";

export type DecisionInput = {
  entryId: string;
  seenVersion: number;
  reason: string | null;
  /** The language the reason is written in, where that was asked. */
  reasonLanguage?: Locale;
  /** What an approval makes of the claim; plain where nothing is said. */
  standing?: ChosenStanding;
  /** The photographs that were seen, as `evidenceSeen` says them. */
  seenEvidence?: string | undefined;
  /** Where it was said to lead; a decision that would lead elsewhere is not made. */
  foreseen?: EntryState;
};

const PERMISSION: Record<DecisionVerb, Verb> = {
  request_changes: "request_changes_to_entry",
  approve: "approve_entry",
  reject: "reject_entry",
  mark_unverifiable: "mark_entry_unverifiable",
  reopen: "reopen_entry",
};

type OtherVerb = Exclude<DecisionVerb, "approve">;

/** Every decision but an approval: the state moves, and the reason is kept for the author. */
export function decide(actorId: string, verb: OtherVerb, input: DecisionInput): Promise<EntryResult> {
  return inTransaction((tx) => decideIn(tx, actorId, verb, input));
}

/** As `decide`, in a transaction that writes down more than the decision; what it refuses has changed nothing. */
export async function decideIn(
  tx: Transaction,
  actorId: string,
  verb: OtherVerb,
  input: DecisionInput,
): Promise<EntryResult> {
  const locked = await lockForDecision(tx, actorId, verb, input);
  if ("refused" in locked) return locked;
  const { entry, to } = locked;
  if (input.foreseen !== undefined && input.foreseen !== to) return { refused: "other_outcome", to };
  const { reason, reasonLanguage } = input;
  await recordDecision(tx, { actorId, verb, entry, reason, ...(reasonLanguage ? { reasonLanguage } : {}) });
  const again = verb === "reopen" ? { submittedAt: new Date() } : {};
  const decided = await updateEntry(tx, entry, { state: to, ...again });
  await auditEntry(tx, actorId, `entry.${verb}`, { before: entry, after: decided });
  return done(decided);
}

type Decidable = { actor: HeldActor; entry: LockedEntry; to: LockedEntry["state"] };

/** Actor and entry held, and the domain's word that the verb fits; otherwise who was first, or what has changed. */
export async function lockForDecision(
  tx: Transaction,
  actorId: string,
  verb: DecisionVerb,
  input: DecisionInput,
): Promise<Decidable | EntryRefusal> {
  const locked = await lockFor(tx, actorId, PERMISSION[verb], input.entryId);
  if ("refused" in locked) return locked;
  const verdict = verdictOf(locked, verb, { ...input, required: locked.entry.approvalsRequired });
  const { entry } = locked;
  if (verdict.ok && (await isOtherEvidence(tx, entry, input))) return { refused: "stale_evidence" };
  if (verdict.ok) return { ...locked, to: verdict.to };
  if (verdict.refusal === "stale_version") return staleVersion(tx, entry, input.seenVersion);
  if (verdict.refusal === "not_allowed_from_state")
    return whoWasFirst(entry, actorId) ?? { refused: "not_allowed_from_state" };
  return { refused: verdict.refusal };
}

/** Photographs change without a version: whoever decides has seen those that are there now. */
async function isOtherEvidence(
  tx: Transaction,
  { id }: LockedEntry,
  { seenEvidence }: Pick<DecisionInput, "seenEvidence">,
): Promise<boolean> {
  if (seenEvidence === undefined) return false;
  const there = await tx.evidence.findMany({ where: { entryId: id }, select: { id: true } });
  return evidenceSeen(there) !== seenEvidence;
}

type Asked = Pick<DecisionInput, "seenVersion" | "reason" | "standing"> & { required: number };

export function verdictOf({ actor, entry }: Omit<Decidable, "to">, verb: DecisionVerb, asked: Asked) {
  const { standing = "normal" } = asked;
  return transition(entry, verb, {
    actorIsAuthor: entry.authorId === actor.id,
    role: actor.role,
    tie: tieBetween(actor, entry.author),
    isAuthorGone: entry.author.deletedAt !== null,
    alreadyApprovedThisVersion: hasApproved(entry, actor.id, standing),
    approvalsAgreeing: approvalsAgreeing(entry, actor.id, standing).length,
    approvalsRequired: asked.required,
    seenVersion: asked.seenVersion,
    reason: asked.reason,
  });
}

async function staleVersion(tx: Transaction, entry: LockedEntry, seenVersion: number): Promise<EntryRefusal> {
  const seen = await tx.entryVersion.findUnique({
    where: { entryId_version: { entryId: entry.id, version: seenVersion } },
  });
  const changed = seen === null ? [] : changedFields(seen.payload, entry.payload);
  return { refused: "stale_version", version: entry.version, changed };
}

type Decision = { actorId: string; verb: DecisionVerb; entry: LockedEntry } & Pick<
  DecisionInput,
  "reason" | "reasonLanguage"
> & { standing?: ChosenStanding | null };

export async function recordDecision(tx: Transaction, { actorId, verb, entry, ...said }: Decision): Promise<void> {
  const reason = said.reason?.trim() || null;
  await tx.decision.create({
    data: {
      ...{ entryId: entry.id, entryVersion: entry.version, verb, reason },
      reasonLanguage: reason === null ? null : (said.reasonLanguage ?? null),
      standing: said.standing ?? null,
      moderatorId: actorId,
    },
  });
  // Whoever decided is no longer at it; and its author has something to read.
  await tx.entryHold.deleteMany({ where: { entryId: entry.id, moderatorId: actorId } });
  await tellAuthor(tx, entry);
}
