import { approvalCounts } from "@/lib/domain/approval-counts";
import type { Role } from "@/lib/domain/can";
import type { Invited } from "@/lib/domain/independence";
import type { AccountState } from "@/lib/generated/prisma/client";

/** What it turns on whether a moderator's approval counts, as their account is now. */
export const approverColumns = {
  ...{ id: true, handle: true, invitedById: true, role: true, state: true, deletedAt: true, approvalsFrom: true },
} as const;

export type ApproverRow = Invited & {
  handle: string;
  role: Role;
  state: AccountState;
  deletedAt: Date | null;
  approvalsFrom: Date | null;
};

/** `at`: when it was given. */
export function countsAsApproval(moderator: ApproverRow, author: Invited, at: Date): boolean {
  const { state, deletedAt, approvalsFrom, ...approver } = moderator;
  const active = state === "active" && deletedAt === null;
  return approvalCounts(
    { ...approver, active, approvalsFrom: approvalsFrom && approvalsFrom.getTime() },
    author,
    at.getTime(),
  );
}
