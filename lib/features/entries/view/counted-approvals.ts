import { agreeing } from "@/lib/domain/chosen-standing";
import type { DecisionRow } from "./rows";

/** Approvals that count for the version as it is now: none given before anything else was decided. */
export function approvalsOf<T extends DecisionRow>(row: { decisions: readonly T[]; version: number }): T[] {
  const lastOther = row.decisions.findLast(({ verb }) => verb !== "approve")?.id ?? 0;
  return row.decisions.filter(
    ({ id, verb, entryVersion }) => id > lastOther && verb === "approve" && entryVersion === row.version,
  );
}

/** Of those, the ones that still count and stand for the same as the last: another standing is another thing to approve. */
export function approvalsCounted<T extends DecisionRow & { moderatorId: string; counts: boolean }>(row: {
  decisions: readonly T[];
  version: number;
}): T[] {
  const approvals = approvalsOf(row).filter(({ counts }) => counts);
  return agreeing(approvals, approvals.at(-1)?.standing ?? "normal");
}
