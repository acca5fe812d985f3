import type { EntryState } from "@/lib/domain/entry";
import { MOST_PHOTOGRAPHS } from "@/lib/domain/evidence";
import { appendAudit } from "@/lib/server/audit";
import { type Photograph, remakePhotograph } from "@/lib/server/photographs";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { type LockedEntry, lockFor } from "./locked-entry";
import type { EntryRefusal, EntryResult } from "./refusal";

/** The photographs of a form, each made anew before anything is stored; or why one of them is not taken. */
async function remakeAll(sent: readonly Uint8Array[]): Promise<Photograph[] | EntryRefusal> {
  if (sent.length > MOST_PHOTOGRAPHS) return refuse("photograph_too_many");
  const made: Photograph[] = [];
  for (const one of sent) {
    const photograph = await remakePhotograph(one);
    if ("problem" in photograph) return refuse(photograph.problem);
    made.push(photograph);
  }
  return made;
}

function refuse(code: string): EntryRefusal {
  return { refused: "incomplete", problems: [{ field: "evidence", code }] };
}

/**
 * Makes the photographs sent beside an entry anew, for it to be saved with them or not at all. One that is not taken
 * stops the whole form, so that its author learns of it before moderators look.
 */
export async function withEvidence(
  sent: readonly Uint8Array[],
  save: (photographs: readonly Photograph[]) => Promise<EntryResult>,
): Promise<EntryResult> {
  const photographs = await remakeAll(sent);
  return "refused" in photographs ? photographs : save(photographs);
}

const TAKES_MORE: readonly EntryState[] = ["draft", "submitted", "changes_requested"];
/** Writes down in the log what was added; to be called after the last read. */
type Added = { note: (actorId: string) => Promise<void> };
const NONE_ADDED: Added = { note: async () => undefined };

/**
 * In the transaction that saves the entry. What is sent again adds none a second time; what comes after an approval is
 * not added, or moderators would decide on different things.
 */
export async function addEvidence(
  tx: Transaction,
  { id: entryId, state }: LockedEntry,
  photographs: readonly Photograph[],
): Promise<Added | EntryRefusal> {
  if (photographs.length === 0) return NONE_ADDED;
  const before = await digestsOf(tx, entryId);
  const others = photographs.filter(({ digest }) => !before.includes(digest));
  if (others.length === 0) return NONE_ADDED;
  if (before.length + others.length > MOST_PHOTOGRAPHS) return refuse("photograph_too_many");
  if (!TAKES_MORE.includes(state)) return refuse("photograph_late");
  await tx.evidence.createMany({ data: others.map((photograph) => ({ entryId, ...photograph })) });
  return { note: (actorId) => auditEvidence(tx, { actorId, verb: "evidence.add", entryId }, before) };
}

async function digestsOf(tx: Transaction, entryId: string): Promise<string[]> {
  const rows = await tx.evidence.findMany({ where: { entryId }, orderBy: { id: "asc" }, select: { digest: true } });
  return rows.map(({ digest }) => digest);
}

type Line = { actorId: string; verb: "evidence.add" | "evidence.remove"; entryId: string };

async function auditEvidence(tx: Transaction, { entryId, ...line }: Line, before: string[]): Promise<void> {
  const after = await digestsOf(tx, entryId);
  await appendAudit(tx, { ...line, objectType: "entry", objectId: entryId, before, after });
}

export type RemoveInput = { entryId: string; evidenceId: string };

/** Its author takes a photograph back, as long as it is there and nobody has approved the entry with it. */
export function removeEvidence(actorId: string, { entryId, evidenceId }: RemoveInput): Promise<EntryResult> {
  return inTransaction(async (tx) => {
    const locked = await lockFor(tx, actorId, "edit_entry", entryId);
    if ("refused" in locked) return locked;
    if (locked.entry.state === "approved_once") return refuse("photograph_approved");
    const before = await digestsOf(tx, entryId);
    const { count } = await tx.evidence.deleteMany({ where: { id: evidenceId, entryId } });
    if (count === 0) return { refused: "gone" };
    await auditEvidence(tx, { actorId, verb: "evidence.remove", entryId }, before);
    const { id, state, version, recordId } = locked.entry;
    return { entry: { id, state, version, recordId } };
  });
}
