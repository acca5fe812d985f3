const hourMs = 3_600_000;

/** Times of presence are kept by the hour only: enough to recognise one's own browser, useless for watching somebody. */
export function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / hourMs) * hourMs);
}
