import type { ImpactReason } from "@/lib/domain/impact";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { approvalsOf } from "./counted-approvals";
import type { EntryAbout } from "./entry-about";
import type { DecisionRow, EntryRow } from "./rows";

/** Why two are needed; `kept`: what made it so when it was sent or first approved holds no more, and the number stays. */
export type ApprovalReason = ImpactReason | "kept";
export type ApprovalsNeeded = { required: number; reasons: ApprovalReason[] };

type Row = Pick<EntryRow, "state" | "version" | "approvalsRequired" | "waveId"> & { decisions: readonly DecisionRow[] };

/**
 * How many approvals an entry needs, with every reason for two, as its approval will count them: of one that nobody has
 * approved, by the record as it is now; once approved, never fewer than then. Where only a part of the wave is at hand,
 * what was counted when it was sent holds.
 */
export function approvalsNeeded(
  row: Row,
  impact: EntryAbout["impact"],
  records: readonly WaveRecord[],
): ApprovalsNeeded {
  const isCountedAnew = row.state === "submitted" && !isPartial(records, row.waveId);
  const required = isCountedAnew ? impact.required : Math.max(row.approvalsRequired, impact.required);
  const isPreferred = required > 1 && approvalsOf(row).some(({ standing }) => standing === "preferred");
  const reasons: ApprovalReason[] = [...impact.reasons, ...(isPreferred ? ["preference" as const] : [])];
  return { required, reasons: required > 1 && reasons.length === 0 ? ["kept"] : reasons };
}

function isPartial(records: readonly WaveRecord[], waveId: string): boolean {
  return records.find(({ wave }) => wave.id === waveId)?.part !== undefined;
}
