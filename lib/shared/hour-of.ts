const hourMs = 3_600_000;
const idleHours = 72;

/** Times of presence are kept by the hour only: enough to recognise one's own browser, useless for watching somebody. */
export function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / hourMs) * hourMs);
}

/** A browser last used before this is signed out, whatever SESSION_DAYS allows; one hour more, since hours are rounded down. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - (idleHours + 1) * hourMs);
}
