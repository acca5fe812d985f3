import { acceptedRange } from "@/lib/domain/accepted";
import { actionRanges } from "@/lib/domain/action-ranges";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import { isUnknown } from "@/lib/domain/quantity";
import { type Summand, sumRanges } from "@/lib/domain/sum";
import type { CrowdDigest } from "@/lib/domain/wave-digest";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import type { LinkedText } from "@/lib/shared/chart/chart";
import type { CrowdClaim, CrowdDay, CrowdLine } from "@/lib/shared/chart/drawing";
import { localDate, startOfDate } from "@/lib/shared/format/day";
import { type CrowdSubject, isOfWave, subjectSize } from "./crowd-subjects";
import { claimantWords, disputedIds, saidWords } from "./figure-marks";
import { linked, type ViewContext } from "./view-context";

/** Where the crowd was, and what it was doing when it was not simply a rally. */
export function subjectName(record: WaveRecord, subject: CrowdSubject, context: ViewContext): string {
  const { action, regionId } = subject;
  const locality = record.localities.find((one) => one.id === action?.localityId);
  const region = record.regions.find((one) => one.id === regionId);
  const place = locality ? locality.names : (region?.names ?? null);
  const name = place
    ? context.text(place)
    : context.words(isOfWave(subject) ? "crowds.wholeCountry" : "crowds.noPlace");
  const isPlain = action === null || action.type === "rally";
  return isPlain
    ? name
    : context.words("crowds.placeAndKind", { place: name, kind: context.words(`action.${action.type}`) });
}

/** `whole` is what the day comes to: not all of its crowds may be here, or be drawn. */
type Day = { date: string; subjects: readonly CrowdSubject[]; veil: LinkedText | null; whole: CrowdDigest };

export function crowdDay(record: WaveRecord, { date, subjects, veil, whole }: Day, context: ViewContext): CrowdDay {
  const named = subjects.filter((subject) => subject.known.length > 0).toSorted(bySize);
  const silent = subjects.filter((subject) => subject.known.length === 0);
  const names = silent.map((subject) => silentName(record, subject, context));
  const { silent: count } = whole;
  return {
    id: date,
    title: context.day(startOfDate(date, context.timeZone)),
    total: totalWords(whole, context),
    veil,
    lines: named.map((subject) => crowdLine(record, subject, context)),
    unknown: count === 0 ? null : { text: context.words("crowds.unknown", { count, note: context.silence }), names },
  };
}

// The whole country first, then the largest claim first.
function bySize(a: CrowdSubject, b: CrowdSubject): number {
  const rank = (subject: CrowdSubject) => (subject.action === null && subject.regionId === null ? 0 : 1);
  return rank(a) - rank(b) || subjectSize(b) - subjectSize(a) || (a.key < b.key ? -1 : 1);
}

/** Leads to the claim that says that nobody can say, else to the gathering itself. */
function silentName(record: WaveRecord, subject: CrowdSubject, context: ViewContext): LinkedText {
  const id = subject.unknown[0]?.id ?? subject.action?.id ?? subject.key;
  return linked(subjectName(record, subject, context), context.recordHref(id));
}

function crowdLine(record: WaveRecord, subject: CrowdSubject, context: ViewContext): CrowdLine {
  const name = subjectName(record, subject, context);
  const disputed = disputedIds(subject.known, record);
  const { action, regionId } = subject;
  const place = regionId ? context.waveHref(`/regions/${regionId}`) : null;
  return {
    id: `${subject.date}-${subject.key}`,
    name: linked(name, action ? context.recordHref(action.id) : place),
    claims: subject.known.map((figure) => crowdClaim(figure, { name, disputed: disputed.has(figure.id), context })),
    band: bandOf(subject.known, record),
  };
}

type ClaimNotes = { name: string; disputed: boolean; context: ViewContext };

function crowdClaim(figure: FigureRow, { name, disputed, context }: ClaimNotes): CrowdClaim {
  const amount = context.quantity(figure.quantity);
  const claimant = claimantWords(figure, context);
  const state = disputed ? "yes" : "no";
  const measure = context.words("measure.attendance");
  const moment = context.moment(figure.asOf);
  const said = saidWords(figure, context);
  return {
    id: figure.id,
    href: context.recordHref(figure.id),
    title: context.words("pointTitle", { subject: name, measure, amount, moment, claimant, disputed: state, said }),
    claimant: figure.claimant,
    disputed,
    lower: figure.quantity.lower,
    upper: figure.quantity.upper,
    label: context.words("pointLabel", { amount, claimant, disputed: state }),
  };
}

function bandOf(known: readonly FigureRow[], record: WaveRecord): CrowdLine["band"] {
  const ranges = figuresByQuestion(known, record).map(acceptedRange);
  const wide = ranges.filter((range) => !("refused" in range) && range.basedOn.length > 1);
  const [range] = wide;
  if (range === undefined || "refused" in range || range.lower === null || range.lower === range.upper) return null;
  return { lower: range.lower, upper: range.upper };
}

/**
 * Gatherings of one day only: a region's and the country's figures hold the same people again. What has a number that
 * may not be added, of another basis or of a general strike, is counted with what has none.
 */
export function crowdsOfDay(record: WaveRecord, date: string, subjects: readonly CrowdSubject[]): CrowdDigest {
  const named = subjects.filter((subject) => subject.known.length > 0);
  const silent = subjects.filter((subject) => subject.known.length === 0);
  const crowds = named.filter(({ action }) => action !== null);
  const summands = crowds.flatMap((crowd) => summandOf(crowd, record));
  const silentCrowds = silent.filter(({ action }) => action !== null).length;
  const sum = sumRanges(summands, silentCrowds + crowds.length - summands.length);
  const total = "refused" in sum ? null : sum;
  const gatherings = summands.length - sum.excludedGeneral;
  return { date, lines: named.length, silent: silent.length, total, gatherings };
}

function totalWords({ total: sum, gatherings }: CrowdDigest, context: ViewContext): string | null {
  if (sum === null || gatherings < 2) return null;
  const amount = context.quantity({ ...sum, approximate: sum.approximate && sum.upper !== null, unknown: null });
  return context.words("crowds.total", { amount, gatherings, withoutFigure: sum.withoutFigure + sum.excludedGeneral });
}

/** What a gathering adds to a day: as the totals add it. */
export function summandOf({ date, action, known }: CrowdSubject, { wave }: WaveRecord): Summand[] {
  if (action === null) return [];
  const clock = { date: (at: number) => localDate(at, wave.timeZone) };
  const { ranges } = actionRanges(action, known, clock);
  const own = ranges.find(({ basis, day, range }) => basis === "on_day" && day === date && !isUnknown(range));
  return own === undefined ? [] : [{ subject: action.id, day: date, range: own.range }];
}
