/** An account as far as independence asks: who it is and by whose invitation it came. */
export type Invited = { id: string; invitedById: string | null };

/** How a moderator is bound to whoever wrote an entry, so that their approval would not be a second pair of eyes. */
export const TIES = ["inviter", "invitee"] as const;
export type Tie = (typeof TIES)[number];

/**
 * The tie of one account to another: it brought the other in, or was brought in by it; null when neither. Two accounts
 * that came by the same inviter have none, and of an account that is not known nothing is assumed: `inviter`.
 */
export function tieBetween(one: Invited, other: Invited | null): Tie | null {
  if (other === null || other.invitedById === one.id) return "inviter";
  return one.invitedById === other.id ? "invitee" : null;
}
