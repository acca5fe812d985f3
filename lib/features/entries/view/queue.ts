import { type Invited, tieBetween } from "@/lib/domain/independence";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type EntryAbout, entryAbout } from "./entry-about";
import type { DecisionRow, ModeratedEntryRow } from "./rows";

export type QueueRow = Omit<EntryAbout, "impact" | "problems"> & {
  id: string;
  kind: ModeratedEntryRow["kind"];
  state: ModeratedEntryRow["state"];
  /** Whole hours since it was submitted. */
  waitedHours: number;
  approvals: number;
  required: number;
  reasons: EntryAbout["impact"]["reasons"];
  isOwn: boolean;
  author: string;
};

/** What waits, longest first; impact is weighed against what is published now. */
export function queueView(
  rows: readonly ModeratedEntryRow[],
  records: readonly WaveRecord[],
  { actorId, now }: { actorId: string; now: number },
): QueueRow[] {
  return rows.map((row) => {
    const { impact, problems: _, ...about } = entryAbout(row, records);
    return {
      ...{ id: row.id, kind: row.kind, state: row.state, author: row.authorHandle },
      ...about,
      waitedHours: Math.max(0, Math.floor((now - (row.submittedAt ?? now)) / 3_600_000)),
      approvals: approvalsOf(row).length,
      required: Math.max(row.approvalsRequired, impact.required),
      reasons: impact.reasons,
      isOwn: row.authorId === actorId,
    };
  });
}

/** Whether moderators still have to decide about it. */
export function isWaiting({ state }: Pick<ModeratedEntryRow, "state">): boolean {
  return state === "submitted" || state === "approved_once";
}

/** Approvals that count for the version as it is now: none given before anything else was decided. */
export function approvalsOf<T extends DecisionRow>(row: { decisions: readonly T[]; version: number }): T[] {
  const lastOther = row.decisions.findLast(({ verb }) => verb !== "approve")?.id ?? 0;
  return row.decisions.filter(
    ({ id, verb, entryVersion }) => id > lastOther && verb === "approve" && entryVersion === row.version,
  );
}

/** The entry to open after this one: the longest waiting that oneself may approve and has not yet approved. */
export function nextInQueue(rows: readonly ModeratedEntryRow[], viewer: Invited, current: string): string | null {
  const open = rows.find(
    (row) =>
      row.id !== current &&
      row.authorId !== viewer.id &&
      tieBetween(viewer, { id: row.authorId, invitedById: row.authorInvitedById }) === null &&
      !approvalsOf(row).some(({ moderatorId }) => moderatorId === viewer.id),
  );
  return open?.id ?? null;
}
