import type { DayBounds, Epoch, Period } from "./moment";
import type { CoverageGap } from "./spread-records";

/** Why nothing could be reported: silence means nothing then. */
export const CUT_CAUSES = ["internet_cut", "press_barred", "other"] as const;
/** What we did ourselves: not searched, or counted in another way. It says nothing about who could report. */
export const METHOD_CAUSES = ["not_searched", "counted_differently"] as const;
export type CoverageCause = (typeof CUT_CAUSES)[number] | (typeof METHOD_CAUSES)[number];

export function isOfMethod(cause: string): boolean {
  return (METHOD_CAUSES as readonly string[]).includes(cause);
}

/** A stretch of time; `from` included, `until` not. */
export type Span = { from: Epoch; until: Epoch };

/** `sure`: whatever the uncertain ends were; `possible`: as widely as they can be read. Every sure instant is possible. */
export type Silence = { sure: Span[]; possible: Span[] };

/**
 * What one gap covers. Surely from its latest beginning to its earliest end; possibly from its earliest beginning to
 * its latest end, which is included. Of a gap whose end nobody reported no instant is sure, and it may go on for ever.
 */
export function silenceOfGap({ start, end }: Period): Silence {
  const sure = { from: start.latest, until: end?.earliest ?? start.latest };
  const possible = { from: start.earliest, until: end === null ? Number.POSITIVE_INFINITY : end.latest + 1 };
  return { sure: sure.until > sure.from ? [sure] : [], possible: [possible] };
}

/** The same instants in as few spans as can be, in order: what two gaps cover together is counted once. */
export function unionOfSpans(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else union.push({ ...span });
  }
  return union;
}

/** When silence of a region means nothing. Gaps of the whole country hold in every region. */
export function silenceIn(regionCode: string, gaps: readonly CoverageGap[]): Silence {
  const own = gaps.filter((gap) => holdsIn(gap, regionCode)).map(({ period }) => silenceOfGap(period));
  return {
    sure: unionOfSpans(own.flatMap(({ sure }) => sure)),
    possible: unionOfSpans(own.flatMap(({ possible }) => possible)),
  };
}

/** Regions of which no report can be expected in a window, surely or possibly, and the gaps that may touch it. */
export type SilentRegions = { sure: string[]; possible: string[]; gapIds: string[] };

/** `sure` are the regions with a gap in all of the window; `possible` the others with one in any of it. */
export function silentRegionsIn(
  window: DayBounds,
  regions: readonly string[],
  gaps: readonly CoverageGap[],
): SilentRegions {
  const silence = regions.map((code) => ({ code, ...silenceIn(code, gaps) }));
  const meets = ({ from, until }: Span) => from < window.end && until > window.start;
  const fills = ({ from, until }: Span) => from <= window.start && until >= window.end;
  const sure = silence.filter((one) => one.sure.some(fills)).map(({ code }) => code);
  const possible = silence.filter((one) => one.possible.some(meets)).map(({ code }) => code);
  return {
    sure,
    possible: possible.filter((code) => !sure.includes(code)),
    gapIds: gaps
      .filter((gap) => regions.some((code) => holdsIn(gap, code)) && silenceOfGap(gap.period).possible.some(meets))
      .map(({ id }) => id),
  };
}

/** Gaps that follow or overlap one another, taken together, with the regions they hold in. */
export type SilentSpell = {
  /** From the first instant that any of them may cover to the last. */
  possible: Span;
  /** From the first instant that any of them surely covers to the last; null when none is sure. */
  sure: Span | null;
  /** Regions with any gap of the spell. */
  regions: string[];
  /** Whether each of these regions is silent in all of `sure`; else a part of it in each. */
  throughout: boolean;
  gapIds: string[];
};

/** The gaps of a wave in as few spells as can be, in order. A gap in a region that is not among `regions` is passed over. */
export function silentSpells(regions: readonly string[], gaps: readonly CoverageGap[]): SilentSpell[] {
  const held = gaps.filter((gap) => regions.some((code) => holdsIn(gap, code)));
  const spans = unionOfSpans(held.flatMap(({ period }) => silenceOfGap(period).possible));
  return spans.map((possible) => {
    const own = held.filter(
      ({ period }) => period.start.earliest >= possible.from && period.start.earliest < possible.until,
    );
    const silent = regions.filter((code) => own.some((gap) => holdsIn(gap, code)));
    const sure = hullOf(own.flatMap(({ period }) => silenceOfGap(period).sure));
    const isAll = (code: string) => sure !== null && silenceIn(code, own).sure.some((span) => isSame(span, sure));
    return { possible, sure, regions: silent, throughout: silent.every(isAll), gapIds: own.map(({ id }) => id) };
  });
}

function holdsIn({ regionCode }: CoverageGap, code: string): boolean {
  return regionCode === null || regionCode === code;
}

function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return { from: Math.min(...spans.map(({ from }) => from)), until: Math.max(...spans.map(({ until }) => until)) };
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}
