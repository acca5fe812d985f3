import type { Weight } from "@/lib/domain/chosen-standing";
import { type AuditVerb, appendAudit, lockAuditChain } from "@/lib/server/audit";
import { holdNumbers } from "@/lib/server/records/numbers";
import type { PublishedRecord } from "@/lib/server/records/revision";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { readPutBack } from "../data/taken-down";
import { personalDataIn } from "../view/personal-data";
import type { PutBack } from "../view/put-back";
import { namesOfRead, type ToRead } from "../view/to-read";
import type { CheckedCorrection } from "./check-correction";
import { type DecisionInput, lockForDecision, recordDecision, verdictOf } from "./decide";
import { type CheckedEntry, checkEntry } from "./entry-content";
import { auditEntry, done, isWeighedOtherwise, type LockedEntry, updateEntry } from "./locked-entry";
import { publishCorrection } from "./publish-correction";
import type { EntryRefusal, EntryResult } from "./refusal";
import { requiredNow } from "./submit-entry";
import { lacksTierReason } from "./tier-rule";
import { type Weighed, weighClaim } from "./weigh-claim";

/**
 * `reason` is for the public: it stands on the page of the record, without a name. `looked` says what the moderator
 * has read of what seems to lead to a person, by `namesOfRead`, and that it may be published. `standing` is what the approval makes of a claim:
 * approvals of different standings are not two of one thing, and the entry waits until two agree.
 */
export type Approval = Omit<DecisionInput, "reason"> & { reason?: string | null; looked?: readonly string[] };

/**
 * An approval of the version the moderator saw. When it is enough, the record's new version, its new sources and the
 * publications are made in the same transaction, so that an entry is never published without its record.
 */
export function approveEntry(actorId: string, asked: Approval): Promise<EntryResult> {
  return inTransaction((tx) => approveIn(tx, actorId, asked));
}

/** As `approveEntry`, in a transaction that writes down more than the approval; what it refuses has changed nothing. */
export async function approveIn(tx: Transaction, actorId: string, asked: Approval): Promise<EntryResult> {
  const input = { ...asked, reason: asked.reason ?? null };
  const locked = await lockForDecision(tx, actorId, "approve", input);
  if ("refused" in locked) return locked;
  const { entry } = locked;
  const ready = await readyFor(tx, actorId, entry, input);
  if ("refused" in ready) return ready;
  const { checked, weighed } = ready;
  const required = approvalsNeeded(entry, ready);
  const verdict = verdictOf(locked, "approve", { ...input, required });
  if (!verdict.ok) throw new Error(`Approval of ${entry.id} was allowed and then was not.`);
  if (input.foreseen !== undefined && input.foreseen !== verdict.to)
    return { refused: "other_outcome", to: verdict.to };
  if (input.foreseen !== undefined && isWeighedOtherwise(entry, actorId, weighed.standing ?? "normal"))
    return { refused: "weighed" };
  await recordDecision(tx, { ...input, actorId, verb: "approve", entry, standing: weighed.standing });
  if (verdict.to === "published")
    return done(await publish(tx, { entry, actorId, checked, required, weight: weighed.weight }));
  const approved = await updateEntry(tx, entry, { state: verdict.to, approvalsRequired: required });
  await auditEntry(tx, actorId, "entry.approve", { before: entry, after: approved });
  return done(approved);
}

type Ready = { checked: CheckedEntry; weighed: Weighed };

/** Everything that an approval is held to beside who gives it: the first that does not hold, or what was found. */
async function readyFor(
  tx: Transaction,
  actorId: string,
  entry: LockedEntry,
  input: DecisionInput & Pick<Approval, "looked">,
): Promise<Ready | EntryRefusal> {
  const weighed = weighClaim(entry, actorId, input);
  if ("refused" in weighed) return weighed;
  // Held before the existing claims are read: two figures of one subject cannot both find nobody there.
  if (entry.kind === "new_record") await holdNumbers(tx, entry.waveId, entry.recordKind);
  const checked = await checkEntry(tx, entry);
  // Asked once the record is held: nobody withholds anything of it from here on.
  if (await isWithheld(tx, entry)) return { refused: "record_withheld" };
  const unread = await findUnread(tx, entry, input);
  if (unread !== null) return unread;
  if ("refused" in checked) return checked;
  const { reasons } = weighed;
  return (await lacksTierReason(tx, entry, { checked, reasons }))
    ? { refused: "tier_two_reason" }
    : { checked, weighed };
}

/** What is withheld stands still until that is confirmed or lifted. */
async function isWithheld(tx: Transaction, { kind, recordId }: LockedEntry): Promise<boolean> {
  if (kind === "new_record" || recordId === null) return false;
  return (await tx.withholding.count({ where: { recordId, confirmedAt: null, liftedAt: null } })) > 0;
}

/** Whether it, or the reason given with the approval, says more that may lead to a person than was read. */
async function findUnread(
  tx: Transaction,
  entry: LockedEntry,
  { reason, looked = [] }: Pick<Approval, "reason" | "looked">,
): Promise<EntryRefusal | null> {
  const told = await toReadIn(tx, entry, reason ?? "");
  const proposed = { personal: personalDataIn(entry.payload), putBack: await putBackIn(tx, entry) };
  const all = [...namesOfRead(proposed), ...namesOfRead(told)];
  return all.every((name) => looked.includes(name)) ? null : { refused: "personal_data", told };
}

/** What the reason says by itself: a tick for one name of a proposal covers no other in the reason. */
async function toReadIn(tx: Transaction, { id, waveId, state }: LockedEntry, reason: string): Promise<ToRead> {
  if (reason === "") return { personal: [], putBack: [] };
  const found = await putBackIn(tx, { id, waveId, state, payload: null }, reason);
  const putBack = found.flatMap((one) => (one.as === "words" ? { ...one, as: "told" as const } : []));
  return { personal: personalDataIn(reason), putBack };
}

type Proposed = Pick<LockedEntry, "id" | "waveId" | "state" | "payload">;

async function putBackIn(tx: Transaction, entry: Proposed, reason: string | null = null): Promise<PutBack[]> {
  return [...(await readPutBack(tx, [entry], reason)).values()].flat();
}

/** Computed at this moment; an entry that was told it needs two never gets by with one because of the second look. */
function approvalsNeeded(entry: LockedEntry, { checked, weighed }: Ready): number {
  const required = requiredNow(entry, checked, weighed.standing === "preferred");
  return entry.state === "approved_once" ? Math.max(required, entry.approvalsRequired) : required;
}

type Publishing = { entry: LockedEntry; actorId: string; checked: CheckedEntry; required: number; weight: Weight };

async function publish(
  tx: Transaction,
  { entry, actorId, checked, required, weight }: Publishing,
): Promise<LockedEntry> {
  const lines =
    "correction" in checked
      ? await correctionLines(tx, entry, checked)
      : (await checked.made.publish(tx, entry.id, weight)).map(madeLine);
  const recordId = lines.at(-1)?.id ?? "";
  const after = await updateEntry(tx, entry, { state: "published", approvalsRequired: required, recordId });
  // First the approval, then what it published: the log is read in the order in which things follow from each other.
  await auditEntry(tx, actorId, "entry.approve", { before: entry, after });
  await lockAuditChain(tx);
  // One for each record, so that whoever copies what was published since finds the sources too; seen together.
  await tx.publication.createMany({ data: lines.map(({ id }) => ({ waveId: entry.waveId, recordId: id })) });
  for (const { id, verb, before, snapshot } of lines) {
    await appendAudit(tx, { actorId, verb, objectType: "record", objectId: id, before, after: snapshot });
  }
  return after;
}

/** What the log says of a record that was made or changed; the entry's own record comes last. */
type Line = PublishedRecord & { verb: AuditVerb; before: object | null };

const madeLine = (record: PublishedRecord): Line => ({ ...record, verb: "record.publish", before: null });

async function correctionLines(
  tx: Transaction,
  { id, kind }: LockedEntry,
  { correction }: { correction: CheckedCorrection },
): Promise<Line[]> {
  const { corrected, sources } = await publishCorrection(tx, id, correction);
  const verb = kind === "retraction" ? "record.retract" : "record.correct";
  return [...sources.map(madeLine), { ...corrected, verb, before: correction.base }];
}
