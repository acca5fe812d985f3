import { type Actor, can, type Verb } from "@/lib/domain/can";
import { agreeing, CHOSEN_STANDINGS, type ChosenStanding } from "@/lib/domain/chosen-standing";
import { tieBetween } from "@/lib/domain/independence";
import { type AuditVerb, appendAudit, lockAuditChain } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { approverColumns, countsAsApproval } from "../data/approver";
import type { DecisionVerb } from "../view/rows";
import type { EntryDone, EntryRefusal } from "./refusal";

const decisionSelect = {
  id: true,
  entryVersion: true,
  verb: true,
  ...{ reason: true, reasonLanguage: true, standing: true },
  createdAt: true,
  moderatorId: true,
  moderator: { select: approverColumns },
} as const;

/** An entry whose row is held until the transaction ends, read after the lock was given. */
export type LockedEntry = NonNullable<Awaited<ReturnType<typeof readEntry>>>;

function readEntry(tx: Transaction, id: string) {
  return tx.entry.findUnique({
    where: { id },
    include: {
      author: { select: { id: true, handle: true, invitedById: true, deletedAt: true } },
      decisions: { select: decisionSelect, orderBy: { id: "asc" } },
    },
  });
}

export async function lockEntry(tx: Transaction, id: string): Promise<LockedEntry | null> {
  await tx.$queryRaw`SELECT 1 FROM entries WHERE id = ${id}::uuid FOR UPDATE`;
  return readEntry(tx, id);
}

/** Who acts, held, with by whose invitation they came. */
export type HeldActor = Actor & { id: string; invitedById: string | null };

/** The actor and the entry, both held, once the role of this moment allows the verb on it. Accounts are locked first everywhere. */
export async function lockFor(
  tx: Transaction,
  actorId: string,
  verb: Verb,
  entryId: string,
): Promise<{ actor: HeldActor; entry: LockedEntry } | EntryRefusal> {
  const actor = await lockActor(tx, actorId);
  const entry = await lockEntry(tx, entryId);
  const held = { ...actor, id: actorId };
  const tie = entry === null ? null : tieBetween(held, entry.author);
  const verdict = can(actor, verb, { authorId: entry?.authorId ?? null, tie });
  if (!verdict.allowed) return { refused: verdict.because };
  return entry === null ? { refused: "gone" } : { actor: held, entry };
}

/** What the guarded UPDATE changes; it holds only while state and version are as they were read. */
type Change = {
  state?: LockedEntry["state"];
  version?: number;
  payload?: object;
  submittedAt?: Date;
  approvalsRequired?: number;
  baseRevision?: number | null;
  recordId?: string;
};

export async function updateEntry(tx: Transaction, entry: LockedEntry, change: Change): Promise<LockedEntry> {
  const { count } = await tx.entry.updateMany({
    where: { id: entry.id, state: entry.state, version: entry.version },
    data: { ...change, updatedAt: new Date() },
  });
  if (count !== 1) throw new Error(`Entry ${entry.id} changed while it was locked.`);
  const changed = await readEntry(tx, entry.id);
  if (changed === null) throw new Error(`Entry ${entry.id} is gone.`);
  return changed;
}

export type EntryChange = { before: LockedEntry | null; after: LockedEntry };

/** The line of the log, last in its transaction; only the hashes of what is given here are kept. */
export async function auditEntry(
  tx: Transaction,
  actorId: string,
  verb: AuditVerb,
  change: EntryChange,
): Promise<void> {
  await tellReaders(tx, change);
  await appendAudit(tx, {
    actorId,
    verb,
    objectType: "entry",
    objectId: change.after.id,
    before: change.before === null ? null : told(change.before),
    after: told(change.after),
  });
}

/** A record says so while a correction of it is open: opening and closing one is a publication to its readers. */
async function tellReaders(tx: Transaction, { before, after }: EntryChange): Promise<void> {
  const isOpen = (entry: LockedEntry | null) => entry?.state === "submitted" || entry?.state === "approved_once";
  if (after.kind === "new_record" || after.state === "published" || isOpen(before) === isOpen(after)) return;
  await lockAuditChain(tx);
  await tx.publication.create({ data: { waveId: after.waveId, recordId: after.recordId } });
}

function told({ id, state, version, payload, approvalsRequired, recordId, decisions }: LockedEntry) {
  return { id, state, version, payload, approvalsRequired, recordId, decisions: decisions.map((one) => one.id) };
}

export function done({ id, state, version, recordId }: LockedEntry): EntryDone {
  return { entry: { id, state, version, recordId } };
}

/** The approvals of this version given since anything else was decided about it. */
function approvalsOf({ decisions, version }: LockedEntry): LockedEntry["decisions"] {
  const lastOther = decisions.findLast(({ verb }) => verb !== "approve")?.id ?? 0;
  return decisions.filter(
    ({ id, verb, entryVersion }) => id > lastOther && verb === "approve" && entryVersion === version,
  );
}

/** Those of others that count beside the actor's for the same standing. */
export function approvalsAgreeing(entry: LockedEntry, actorId: string, standing: ChosenStanding) {
  return agreeing(approvalsOfOthers(entry, actorId), standing);
}

/** Whether somebody else's approval that counts gives the claim another standing. */
export function isWeighedOtherwise(entry: LockedEntry, actorId: string, standing: ChosenStanding): boolean {
  return CHOSEN_STANDINGS.some((one) => one !== standing && approvalsAgreeing(entry, actorId, one).length > 0);
}

function approvalsOfOthers(entry: LockedEntry, actorId: string): LockedEntry["decisions"] {
  return approvalsOf(entry).filter(
    ({ moderatorId, moderator, createdAt }) =>
      moderatorId !== actorId && countsAsApproval(moderator, entry.author, createdAt),
  );
}

/** Whether the moderator's last word on this version was an approval with this standing. */
export function hasApproved(entry: LockedEntry, moderatorId: string, standing: ChosenStanding): boolean {
  return agreeing(approvalsOf(entry), standing).some((approval) => approval.moderatorId === moderatorId);
}

const LEADS_TO: Partial<Record<LockedEntry["state"], DecisionVerb>> = {
  approved_once: "approve",
  published: "approve",
  rejected: "reject",
  unverifiable: "mark_unverifiable",
  changes_requested: "request_changes",
};

/** Who brought the entry to the state in which the verb no longer fits; null when it was nobody's race. */
export function whoWasFirst(entry: LockedEntry, actorId: string): EntryRefusal | null {
  if (entry.state === "withdrawn" && entry.submittedAt !== null) {
    return { refused: "lost_race", by: entry.author.handle, verb: "withdraw", at: entry.updatedAt.getTime() };
  }
  const last = entry.decisions.findLast(({ verb }) => verb === LEADS_TO[entry.state]);
  if (last === undefined) return null;
  const at = last.createdAt.getTime();
  return last.moderatorId === actorId
    ? { refused: "already_decided", verb: last.verb, at }
    : { refused: "lost_race", by: last.moderator.handle, verb: last.verb, at };
}
