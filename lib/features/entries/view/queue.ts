import type { ImpactReason } from "@/lib/domain/impact";
import type { Measure } from "@/lib/domain/measure";
import type { Quantity } from "@/lib/domain/quantity";
import type { Texts, WaveRecord } from "@/lib/domain/wave-record";
import { readFigure, readInput } from "../schema";
import { type ActionEntry, actionEntry } from "./action-entry";
import { compare } from "./comparison";
import { type CorrectionEntry, correctionEntry } from "./correction-entry";
import { subjectOf } from "./figure-place";
import type { DecisionRow, ModeratedEntryRow } from "./rows";
import { type SolidarityEntry, solidarityEntry } from "./solidarity-entry";

export type QueueRow = {
  id: string;
  kind: ModeratedEntryRow["kind"];
  state: ModeratedEntryRow["state"];
  workforce: Texts | null;
  measure: Measure | null;
  quantity: Quantity | null;
  correction: CorrectionEntry | null;
  solidarity: SolidarityEntry | null;
  action: ActionEntry | null;
  /** Whole hours since it was submitted. */
  waitedHours: number;
  approvals: number;
  required: number;
  reasons: ImpactReason[];
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
    const reading = readFigure(row.payload);
    const subject = subjectOf(records, readInput(row.payload));
    const proposal = "proposal" in reading ? reading.proposal : null;
    const solidarity = solidarityEntry(row.payload, records, row.kind);
    const action = actionEntry(row.payload, records, row.kind);
    const compared = subject && proposal ? compare(subject, proposal, row.kind) : null;
    const impact = (compared ?? solidarity ?? action)?.impact ?? null;
    return {
      ...{ id: row.id, kind: row.kind, state: row.state, author: row.authorHandle },
      workforce: subject?.workforce.names ?? null,
      measure: proposal?.measure ?? null,
      quantity: proposal?.quantity ?? solidarity?.proposal?.amount ?? null,
      solidarity,
      action,
      correction: correctionEntry(row.payload, records),
      waitedHours: Math.max(0, Math.floor((now - (row.submittedAt ?? now)) / 3_600_000)),
      approvals: approvalsOf(row).length,
      required: Math.max(row.approvalsRequired, impact?.required ?? 1),
      reasons: row.kind === "new_record" ? (impact?.reasons ?? []) : [row.kind],
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

/** The entry to open after this one: the longest waiting that is not one's own nor already approved by oneself. */
export function nextInQueue(rows: readonly ModeratedEntryRow[], actorId: string, current: string): string | null {
  const open = rows.find(
    (row) =>
      row.id !== current &&
      row.authorId !== actorId &&
      !approvalsOf(row).some(({ moderatorId }) => moderatorId === actorId),
  );
  return open?.id ?? null;
}
