import type { DayBounds, Epoch, Period } from "./moment";

/** Something with a time: `lastKnownAt` is the last instant a source says that it went on; null if only its start is known. */
export type Timed = { period: Period; lastKnownAt: Epoch | null };

/**
 * Whether something was going on in a window of time:
 * - `sure`: its start, its end or its last known moment lies wholly in the window, or the window meets the time from its latest start to its earliest end;
 * - `possible`: only the uncertainty of its start or end meets the window;
 * - `not_known`: the window is after the last thing known of something whose end nobody reported;
 * - `no`: before it began, or after it ended.
 */
export type Presence = "sure" | "possible" | "not_known" | "no";

/**
 * Presence in `window` (`start` included, `end` not; the two equal for an instant). Without a reported end, what is
 * known ends at `lastKnownAt` or else with the start: it is never smeared on to the end of the wave, also not when it
 * was announced as indefinite, for an announcement is not a report.
 */
export function presenceIn({ period, lastKnownAt }: Timed, window: DayBounds): Presence {
  const { start, end } = period;
  const last = Math.max(window.start, window.end - 1);
  const meets = (from: Epoch, to: Epoch) => from <= to && from <= last && window.start <= to;
  const holds = (from: Epoch, to: Epoch) => from >= window.start && to <= last;
  const surelyUntil = Math.max(end?.earliest ?? NEVER, lastKnownAt ?? NEVER);
  const seenInWindow =
    holds(start.earliest, start.latest) ||
    (end !== null && holds(end.earliest, end.latest)) ||
    (lastKnownAt !== null && holds(lastKnownAt, lastKnownAt));
  if (seenInWindow || meets(start.latest, surelyUntil)) return "sure";
  if (meets(start.earliest, Math.max(end?.latest ?? start.latest, lastKnownAt ?? NEVER))) return "possible";
  return end === null && window.start > start.latest ? "not_known" : "no";
}

const NEVER = Number.NEGATIVE_INFINITY;
