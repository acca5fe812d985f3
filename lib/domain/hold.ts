import type { Epoch } from "./moment";

/** How long a moderator is taken to be at an entry after saying so. */
export const HOLD_MINUTES = 30;

export type Hold = { moderatorId: string; heldAt: Epoch };

/** The instant from which a hold says nothing any more. */
export function heldUntil(heldAt: Epoch): Epoch {
  return heldAt + HOLD_MINUTES * 60_000;
}

/** Who is at an entry now, as one looks at it: nobody, oneself or somebody else. What has run out is nobody's. */
export function whoHolds(hold: Hold | null, viewerId: string, now: Epoch): "nobody" | "self" | "other" {
  if (hold === null || now >= heldUntil(hold.heldAt)) return "nobody";
  return hold.moderatorId === viewerId ? "self" : "other";
}
