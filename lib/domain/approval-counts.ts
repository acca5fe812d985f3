import type { Role } from "./can";
import { type Invited, tieBetween } from "./independence";

/** Whoever approved, as the account is now. */
export type Approver = Invited & { role: Role; active: boolean };

/**
 * Whether an approval still counts: whoever gave it may decide to this day and is tied in no way to the author. One by an
 * account that was suspended, or is no moderator's any more, may have been given by somebody else.
 */
export function approvalCounts(approver: Approver, author: Invited | null): boolean {
  return approver.active && approver.role === "moderator" && tieBetween(approver, author) === null;
}
