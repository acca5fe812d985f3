/** How finely a moment is known, coarsest last. `inferred` comes only from the order of sentences in a source. */
export const PRECISIONS = ["minute", "hour", "part_of_day", "day", "inferred", "week", "month", "none"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type Epoch = number;

/** A moment known only to lie between two instants: `earliest` ≤ `latest`. */
export type Moment = { earliest: Epoch; latest: Epoch; precision: Precision };

/** From/to of something that lasted. `end` null with `openEnd` means announced as indefinite; null without it means nobody said when it ended. */
export type Period = { start: Moment; end: Moment | null; openEnd: boolean };

/** One local calendar day as instants, `start` inclusive, `end` exclusive. The caller knows the time zone; the domain does not. */
export type DayBounds = { start: Epoch; end: Epoch };

/** A moment known to the day. A moment's `latest` is inclusive, so it is one millisecond before the next day begins. */
export function momentOfDay(day: DayBounds): Moment {
  return { earliest: day.start, latest: day.end - 1, precision: "day" };
}

/** True when `a` is certainly earlier than `b`. Moments that share an instant are not ordered, either way. */
export function isCertainlyBefore(
  a: Pick<Moment, "earliest" | "latest">,
  b: Pick<Moment, "earliest" | "latest">,
): boolean {
  return a.latest < b.earliest;
}

/** True when the whole uncertainty of the moment lies inside the day. */
export function isWithinDay(moment: Moment, day: DayBounds): boolean {
  return moment.earliest >= day.start && moment.latest < day.end;
}
