import type { CrowdDigest } from "@/lib/domain/wave-digest";
import type { ActionRow, WaveRecord } from "@/lib/domain/wave-record";
import type { ChartKeyEntry, ChartView } from "@/lib/shared/chart/chart";
import type { CrowdsDrawing, Veil } from "@/lib/shared/chart/drawing";
import { niceMaximum, niceTicks } from "@/lib/shared/chart/nice-scale";
import { startOfDate } from "@/lib/shared/format/day";
import { chartHead, countSources } from "./chart-head";
import { keyEntries } from "./chart-key";
import { sentence } from "./counted";
import { crowdDay, crowdsOfDay } from "./crowd-days";
import { type CrowdSubject, crowdSubjects, gatherings, isOfWave, MOST_CROWDS, subjectSize } from "./crowd-subjects";
import { crowdTable } from "./crowd-table";
import { cutsOf, notedIn, notesOnAxis } from "./time-notes";
import { linked, timeAxis, type ViewContext } from "./view-context";

const DAY = 86_400_000;

/** `only`: the chart of one region, without the figures for the whole country. */
export type CrowdFilter = { regionId?: string };

export function crowds(record: WaveRecord, context: ViewContext, only: CrowdFilter = {}): ChartView<CrowdsDrawing> {
  const isIn = ({ regionId }: { regionId: string | null }) => only.regionId === undefined || regionId === only.regionId;
  const whole = only.regionId === undefined ? (record.part?.digest?.crowds ?? null) : null;
  const here = crowdSubjects(record).filter((one) => isIn(one) && (whole === null || one.known.length > 0));
  const subjects = largestOf(here);
  const counts = whole ?? countsOf(gatherings(record).filter(isIn), here);
  const days = whole?.days ?? byDay(here).map(([date, own]) => crowdsOfDay(record, date, own));
  const cut = { lines: linesOf(subjects), all: days.reduce((sum, { lines }) => sum + lines, 0) };
  const noted = only.regionId === undefined ? record : notedIn([only.regionId], record);
  const { veils: cuts } = notesOnAxis(noted, timeAxis(record, context), context);
  const drawing = drawingOf(record, { subjects, days, cuts }, context);
  return {
    kind: "crowds",
    head: chartHead(record, context, {
      finding: findingOf(subjects, counts, context),
      subtitle: context.words("crowds.subtitle"),
      description: context.words("crowds.description"),
      coverage: [
        `${context.words("crowds.coverage", { known: counts.known, all: counts.all })}.`,
        ...(counts.known < counts.all ? [context.words("crowds.silentDay")] : []),
        ...(cut.lines < cut.all ? [context.words("crowds.cut", cut)] : []),
      ].join(" "),
      sources: countSources(
        subjects.flatMap(({ action, known: claims, unknown }) => [...claims, ...unknown, ...(action ? [action] : [])]),
      ),
    }),
    key: crowdKey(drawing, context),
    drawing,
    ...crowdTable(record, { days: byDay(subjects), cuts }, context),
  };
}

const linesOf = (subjects: readonly CrowdSubject[]) => subjects.filter(({ known }) => known.length > 0).length;

/** All of them, or the largest of those with a number where there are more than can be drawn. */
function largestOf(subjects: readonly CrowdSubject[]): readonly CrowdSubject[] {
  if (linesOf(subjects) <= MOST_CROWDS) return subjects;
  const named = subjects.filter(({ known }) => known.length > 0);
  const largest = new Set(named.toSorted((a, b) => subjectSize(b) - subjectSize(a)).slice(0, MOST_CROWDS));
  return subjects.filter((subject) => subject.known.length === 0 || largest.has(subject));
}

function countsOf(all: readonly ActionRow[], subjects: readonly CrowdSubject[]): Counts {
  const counted = new Set(subjects.flatMap(({ action, known }) => (action && known.length > 0 ? [action.id] : [])));
  return { known: all.filter(({ id }) => counted.has(id)).length, all: all.length };
}

function byDay(subjects: readonly CrowdSubject[]): [string, CrowdSubject[]][] {
  return [...Map.groupBy(subjects, (subject) => subject.date)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

type Drawn = { subjects: readonly CrowdSubject[]; days: readonly CrowdDigest[]; cuts: readonly Veil[] };

function drawingOf(record: WaveRecord, { subjects, days: all, cuts }: Drawn, context: ViewContext): CrowdsDrawing {
  const own = new Map(byDay(subjects));
  const days = all.map((whole) => {
    const { date } = whole;
    const start = startOfDate(date, context.timeZone);
    const [cut] = cutsOf(cuts, [null], [start, start + DAY - 1]);
    const veil = cut ? linked(cut.text, cut.href) : null;
    return crowdDay(record, { date, subjects: own.get(date) ?? [], veil, whole }, context);
  });
  const ends = subjects.flatMap((subject) => subject.known.flatMap(({ quantity }) => [quantity.lower, quantity.upper]));
  const numbers = ends.filter((end) => end !== null);
  const max = niceMaximum(numbers);
  return {
    kind: "crowds",
    max,
    // Where nobody counted there is no scale: an axis from 0 to 1 would look like one.
    ticks: (numbers.length === 0 ? [] : niceTicks(max, 5)).map((value) => ({ value, label: context.number(value) })),
    days,
  };
}

type Counts = { known: number; all: number };

/** The coverage first, then the highest claim: for the whole country where there is one. */
function findingOf(subjects: readonly CrowdSubject[], { known, all }: Counts, context: ViewContext): string {
  const whole = subjects.filter(isOfWave);
  const claims = (whole.some((one) => one.known.length > 0) ? whole : subjects).flatMap((subject) => subject.known);
  const size = (claim: (typeof claims)[number]) => claim.quantity.upper ?? claim.quantity.lower ?? 0;
  const [most] = claims.toSorted((a, b) => size(b) - size(a));
  const coverage = context.words("crowds.finding.coverage", {
    known,
    all,
  });
  if (most === undefined) return sentence(coverage, context);
  const values = { coverage, amount: context.quantity(most.quantity), day: context.day(most.asOf.earliest) };
  return sentence(
    context.words(most.subject === "wave" ? "crowds.finding.whole" : "crowds.finding.place", values),
    context,
  );
}

function crowdKey({ days }: CrowdsDrawing, context: ViewContext): ChartKeyEntry[] {
  const lines = days.flatMap((day) => day.lines);
  const claims = lines.flatMap((line) => line.claims);
  return keyEntries(
    [
      ["range", claims.some((claim) => claim.lower !== claim.upper)],
      ["disputed", claims.some((claim) => claim.disputed)],
      ["accepted", lines.some((line) => line.band !== null)],
      ["hatch", days.some((day) => day.unknown !== null)],
      ["veil", days.some((day) => day.veil !== null)],
    ],
    claims,
    context,
  );
}
