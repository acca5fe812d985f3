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
  const surelyUntil = Math.max(end?.earliest ?? NEVER, lastKnownAt ?? NEVER);
  const seenInWindow =
    holds(window, start.earliest, start.latest) ||
    (end !== null && holds(window, end.earliest, end.latest)) ||
    (lastKnownAt !== null && holds(window, lastKnownAt, lastKnownAt));
  if (seenInWindow || meets(window, start.latest, surelyUntil)) return "sure";
  if (meets(window, start.earliest, Math.max(end?.latest ?? start.latest, lastKnownAt ?? NEVER))) return "possible";
  return end === null && window.start > start.latest ? "not_known" : "no";
}

// Asked for every action on every day: functions of their own here, made once, take half of the time of closures.
function meets(window: DayBounds, from: Epoch, to: Epoch): boolean {
  return from <= to && from <= lastOf(window) && window.start <= to;
}

function holds(window: DayBounds, from: Epoch, to: Epoch): boolean {
  return from >= window.start && to <= lastOf(window);
}

function lastOf({ start, end }: DayBounds): Epoch {
  return Math.max(start, end - 1);
}

const NEVER = Number.NEGATIVE_INFINITY;
