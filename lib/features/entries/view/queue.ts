import { whoHolds } from "@/lib/domain/hold";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ApprovalsNeeded, approvalsNeeded } from "./approvals-needed";
import { approvalsCounted } from "./counted-approvals";
import { type EntryAbout, entryAbout } from "./entry-about";
import { personalDataIn } from "./personal-data";
import type { AuthorRecord, HoldRow, ModeratedEntryRow, QueueEntryRow } from "./rows";
import { type WaitingRow, waitingAlike } from "./waiting-alike";

export type QueueRow = Omit<EntryAbout, "impact" | "problems"> & {
  id: string;
  kind: ModeratedEntryRow["kind"];
  recordKind: QueueEntryRow["recordKind"];
  state: ModeratedEntryRow["state"];
  /** Whole hours since it was submitted. */
  waitedHours: number;
  approvals: number;
  required: ApprovalsNeeded["required"];
  /** Why two moderators are needed. */
  reasons: ApprovalsNeeded["reasons"];
  isOwn: boolean;
  author: string;
  authorRecord: AuthorRecord;
  /** Who is at it, the viewer among them; null when nobody is. */
  atIt: { handle: string; isSelf: boolean } | null;
  /** Something in it seems to lead to a person. */
  isPersonal: boolean;
  /** How many others that wait may say the same. */
  alike: number;
};

/** Who looks and when; `waiting`: what waits about the same, where a list marks that. */
type Looking = { actorId: string; now: number; waiting?: readonly WaitingRow[] };

/** Entries as the queue lists them, in the order given; impact is weighed against what is published now. */
export function queueView(
  rows: readonly QueueEntryRow[],
  records: readonly WaveRecord[],
  { actorId, now, waiting = [] }: Looking,
): QueueRow[] {
  const alike = waitingAlike(rows.filter(isWaiting), waiting, records);
  return rows.map((row) => {
    const { impact, problems: _, ...about } = entryAbout(row, records);
    return {
      ...{ id: row.id, kind: row.kind, recordKind: row.recordKind, state: row.state, author: row.authorHandle },
      ...about,
      waitedHours: Math.max(0, Math.floor((now - (row.submittedAt ?? now)) / 3_600_000)),
      approvals: approvalsCounted(row).length,
      ...approvalsNeeded(row, impact, records),
      isOwn: row.authorId === actorId,
      authorRecord: row.authorRecord,
      atIt: atItOf(row.hold, actorId, now),
      isPersonal: personalDataIn(row.payload).length > 0 || row.putBack.length > 0,
      alike: alike.get(row.id)?.length ?? 0,
    };
  });
}

/** Whether moderators still have to decide about it. */
export function isWaiting({ state }: Pick<ModeratedEntryRow, "state">): boolean {
  return state === "submitted" || state === "approved_once";
}

function atItOf(hold: HoldRow | null, actorId: string, now: number): QueueRow["atIt"] {
  const who = whoHolds(hold, actorId, now);
  return hold === null || who === "nobody" ? null : { handle: hold.handle, isSelf: who === "self" };
}
