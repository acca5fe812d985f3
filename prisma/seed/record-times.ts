import type { FileMoment } from "./record/format";

export type Instants = { earliest: Date; latest: Date };

/** The last millisecond counts as inside: `to` is the first instant after, unless both are the same minute. */
export function instantsOf(moment: FileMoment): Instants {
  const earliest = new Date(moment.from);
  const end = new Date(moment.to);
  return { earliest, latest: end > earliest ? new Date(end.getTime() - 1) : end };
}

/** A date without a time, as the database keeps it. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dateOrNull(day: string | null): Date | null {
  return day === null ? null : dateOf(day);
}

/** The last millisecond of a local day: what was published that day was certainly known by then. */
export function endOfDay(day: string, timeZone: string): Date {
  const nextMidnight = dateOf(day).getTime() + 86_400_000;
  return new Date(nextMidnight - offsetAt(nextMidnight, timeZone) - 1);
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(instant);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? ["", "+", "0", "0"];
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -size : size;
}
