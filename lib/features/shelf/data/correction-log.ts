import { parseRecordId, RECORD_LETTERS, type RecordKind } from "@/lib/domain/id";
import { publishedOf } from "@/lib/domain/published";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { actsBy } from "@/lib/features/withholdings/view/acts";
import { shelf } from "@/lib/server/published/shelf-in-use";
import { NEVER_ENDS } from "@/lib/server/published/shelved-row";
import { localDate, startOfDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import type { DayRange, FilterChoices, ListFilter } from "@/lib/shared/search-params";
import { askedWorkforceId, recordsAround, workforcesAround } from "./around";
import { copyOf } from "./copy-of";
import { type Asking, NOW } from "./selection";

/** The newest corrections of a large wave: the records they are of, how many there are, whether as many fit were left out. */
export type CorrectionLog = { part: WaveRecord; all: number; isCut: boolean };
export type AskedLog = { filter: ListFilter; knownAt: number | null; most: number };

const ACTS = ["withheld", "put_back"];
/** What a line tells; whether a version withholds or puts back only its reason says, which the marks do not have. */
const LINES = ["correction", "retraction", ...ACTS];
const CORRECTED = "FROM versions INDEXED BY corrected WHERE wave = ? AND marks & 4";
const KINDS: readonly string[] = [...LINES, ...Object.keys(RECORD_LETTERS)];
/** A version knows its minute, what is told of a withholding only its hour. */
const HOUR = 3_600_000;

/** The part of a large wave in which these corrections stand: at most so many, or all of the workforce asked for. */
export function correctionLog(kept: WaveRecord, asked: AskedLog): CorrectionLog {
  const copy = copyOf(kept);
  const known = asked.knownAt ?? NOW;
  const [{ count } = { count: 0 }] = copy.all<{ count: number }>(
    `SELECT count(*) AS count ${CORRECTED} AND since <= ?`,
    ...[kept.wave.id, known],
  );
  const all = count + actsOfTexts(kept, known).length;
  const { workforce } = asked.filter;
  if (workforce !== null) {
    const found = askedWorkforceId(copy, kept.wave.id, workforce);
    const part = found ? workforcesAround(copy, kept, [found.id]) : recordsAround(copy, kept, []);
    return { part, all, isCut: false };
  }
  const most = asked.most + unlikeOthers(kept, asked.filter.kind);
  const ids = newest(copy, kept, { ...asked, most });
  return { part: recordsAround(copy, kept, [...new Set(ids)]), all, isCut: ids.length > most };
}

/** As many versions may be read for corrections or retractions by their marks and are withholdings by their reasons. */
function unlikeOthers({ withheld }: WaveRecord, kind: string | null): number {
  const isRead = kind !== null && LINES.includes(kind) && !ACTS.includes(kind);
  return isRead ? withheld.filter(({ scope }) => scope === "record").length : 0;
}

type Told = { id: string; at: number };

/** One id for each correction that fits, and one more than are asked for where there are more. */
function newest(copy: Asking, kept: WaveRecord, { filter, knownAt, most }: AskedLog): string[] {
  const { from, to, kind } = filter;
  const { timeZone } = kept.wave;
  const since = from === null ? 0 : startOfDate(from, timeZone);
  const until = to === null ? NOW : startOfDate(addDays(to, 1), timeZone) - 1;
  const asked = { kind, since, until: Math.min(until, knownAt ?? NOW), most };
  const versions = kind !== null && ACTS.includes(kind) ? [] : versionsOf(copy, kept, asked);
  return [...versions, ...actsAmong(kept, asked)]
    .toSorted((one, other) => other.at - one.at)
    .slice(0, most + 1)
    .map(({ id }) => id);
}

type AskedLines = { kind: string | null; since: number; until: number; most: number };

function versionsOf(copy: Asking, { wave }: WaveRecord, { kind, since, until, most }: AskedLines): Told[] {
  const ofKind = recordKindIn(kind);
  const marks = kind === "retraction" ? 8 : kind === "correction" ? 0 : null;
  const sql = `SELECT id, since AS at ${CORRECTED} AND since BETWEEN ? AND ? AND (? IS NULL OR kind = ?)
    AND (? IS NULL OR marks & 8 = ?) ORDER BY since DESC LIMIT ?`;
  return copy.all<Told>(sql, wave.id, since, until, ofKind, ofKind, marks, marks, most + 1);
}

/** What was withheld and put back: texts make no version; a whole record makes one, which only its reason tells apart. */
function actsAmong({ withheld }: WaveRecord, { kind, since, until }: AskedLines): Told[] {
  const ofKind = recordKindIn(kind);
  const isAct = kind !== null && ACTS.includes(kind);
  if (kind !== null && !isAct && ofKind === null) return [];
  return actsBy(until, withheld).flatMap((act) => {
    const isLine = isAct ? act.kind === kind : act.scope === "texts";
    const isOfKind = ofKind === null || parseRecordId(act.recordId)?.kind === ofKind;
    const begins = act.scope === "texts" ? since : since - HOUR;
    return isLine && isOfKind && act.at >= begins ? [{ id: act.recordId, at: act.at }] : [];
  });
}

function recordKindIn(kind: string | null): RecordKind | null {
  return kind !== null && kind in RECORD_LETTERS ? (kind as RecordKind) : null;
}

function actsOfTexts({ withheld }: WaveRecord, known: number) {
  return actsBy(known, withheld).filter(({ scope }) => scope === "texts");
}

/** What the log of a large wave can be narrowed by: any workforce it has, every kind, the days there are corrections of. */
export function correctionChoices(kept: WaveRecord, workforce: string | null): FilterChoices {
  const copy = shelf().copyOf(kept);
  const days = copy === null ? daysOf(kept, { first: 0, last: kept.publishedAt }) : daysOfCorrections(copy, kept);
  if (days === null) return {};
  const offered = publishedOf(kept.workforces).map(({ slug }) => slug);
  const isOne = workforce !== null && (copy === null || hasSlug(copy, kept, workforce));
  return { workforce: [...new Set([...offered, ...(isOne ? [workforce] : [])])], kind: KINDS, from: days, to: days };
}

function hasSlug(copy: Asking, { wave }: WaveRecord, slug: string): boolean {
  const sql = "SELECT 1 FROM versions WHERE slug = ? AND until = ? AND wave = ?";
  return copy.all(sql, slug, NEVER_ENDS, wave.id).length > 0;
}

function daysOfCorrections(copy: Asking, kept: WaveRecord): DayRange | null {
  const end = (order: "ASC" | "DESC") =>
    copy.all<{ since: number }>(`SELECT since ${CORRECTED} ORDER BY since ${order} LIMIT 1`, kept.wave.id);
  const acts = actsOfTexts(kept, NOW);
  const ends = [...end("ASC"), ...end("DESC")].map(({ since }) => since);
  const all = [...ends, ...[acts[0], acts.at(-1)].flatMap((act) => (act ? [act.at] : []))];
  return all.length === 0 ? null : daysOf(kept, { first: Math.min(...all), last: Math.max(...all) });
}

function daysOf({ wave }: WaveRecord, { first, last }: { first: number; last: number }): DayRange {
  return {
    first: addDays(localDate(first, wave.timeZone), -1),
    last: addDays(localDate(last, wave.timeZone), 1),
  };
}
