import { approvalCounts } from "@/lib/domain/approval-counts";
import type { Role } from "@/lib/domain/can";
import type { Invited } from "@/lib/domain/independence";
import type { AccountState } from "@/lib/generated/prisma/client";

/** What it turns on whether a moderator's approval counts, as their account is now. */
export const approverColumns = {
  ...{ id: true, handle: true, invitedById: true, role: true, state: true, deletedAt: true },
} as const;

export type ApproverRow = Invited & { handle: string; role: Role; state: AccountState; deletedAt: Date | null };

export function countsAsApproval({ state, deletedAt, ...approver }: ApproverRow, author: Invited): boolean {
  return approvalCounts({ ...approver, active: state === "active" && deletedAt === null }, author);
}
