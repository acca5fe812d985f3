import type { Role } from "./can";
import { type Invited, tieBetween } from "./independence";
import type { Epoch } from "./moment";

/** Whoever approved, as the account is now; nothing it approved until `approvalsFrom` counts. */
export type Approver = Invited & { role: Role; active: boolean; approvalsFrom: Epoch | null };

/**
 * Whether an approval still counts: whoever gave it may decide to this day, has been able to ever since, and is tied in no
 * way to the author. One from before an account was suspended, or moderated no longer, may have been given by somebody else.
 */
export function approvalCounts(approver: Approver, author: Invited | null, at: Epoch): boolean {
  const { active, role, approvalsFrom } = approver;
  const isStanding = active && role === "moderator" && (approvalsFrom === null || at > approvalsFrom);
  return isStanding && tieBetween(approver, author) === null;
}
