const hourMs = 3_600_000;

/** Times of presence are kept by the hour only: enough to recognise one's own browser, useless for watching somebody. */
export function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / hourMs) * hourMs);
}

/** The moment so many hours ago; one hour more, since times of presence are rounded down. */
export function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - (hours + 1) * hourMs);
}
