import { RECORD_LETTERS, type RecordKind } from "@/lib/domain/id";
import { publishedOf } from "@/lib/domain/published";
import type { WaveRecord } from "@/lib/domain/wave-record";
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

/** What a line tells; whether a version withholds or puts back only its reason says, which the marks do not have. */
const LINES = ["correction", "retraction", "withheld", "put_back"];
const CORRECTED = "FROM versions INDEXED BY corrected WHERE wave = ? AND marks & 4";
const KINDS: readonly string[] = [...LINES, ...Object.keys(RECORD_LETTERS)];

/** The part of a large wave in which these corrections stand: at most so many, or all of the workforce asked for. */
export function correctionLog(kept: WaveRecord, asked: AskedLog): CorrectionLog {
  const copy = copyOf(kept);
  const known = asked.knownAt ?? NOW;
  const [{ count } = { count: 0 }] = copy.all<{ count: number }>(
    `SELECT count(*) AS count ${CORRECTED} AND since <= ?`,
    ...[kept.wave.id, known],
  );
  const { workforce } = asked.filter;
  if (workforce !== null) {
    const found = askedWorkforceId(copy, kept.wave.id, workforce);
    const part = found ? workforcesAround(copy, kept, [found.id]) : recordsAround(copy, kept, []);
    return { part, all: count, isCut: false };
  }
  const ids = newest(copy, kept, asked);
  const part = recordsAround(copy, kept, [...new Set(ids.slice(0, asked.most))]);
  return { part, all: count, isCut: ids.length > asked.most };
}

/** One id for each correction that fits, and one more than are asked for where there are more. */
function newest(copy: Asking, { wave }: WaveRecord, { filter, knownAt, most }: AskedLog): string[] {
  const { from, to, kind } = filter;
  const since = from === null ? 0 : startOfDate(from, wave.timeZone);
  const until = to === null ? NOW : startOfDate(addDays(to, 1), wave.timeZone) - 1;
  const ofKind = kind !== null && kind in RECORD_LETTERS ? (kind as RecordKind) : null;
  const retracts = kind === "retraction" || kind === "withheld";
  const marks = retracts ? 8 : kind !== null && LINES.includes(kind) ? 0 : null;
  const sql = `SELECT id ${CORRECTED} AND since BETWEEN ? AND ? AND (? IS NULL OR kind = ?)
    AND (? IS NULL OR marks & 8 = ?) ORDER BY since DESC LIMIT ?`;
  const values = [wave.id, since, Math.min(until, knownAt ?? NOW), ofKind, ofKind, marks, marks, most + 1];
  return copy.all<{ id: string }>(sql, ...values).map(({ id }) => id);
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
    copy.all<{ since: number }>(`SELECT since ${CORRECTED} ORDER BY since ${order} LIMIT 1`, kept.wave.id)[0]?.since;
  const [first, last] = [end("ASC"), end("DESC")];
  return first === undefined || last === undefined ? null : daysOf(kept, { first, last });
}

function daysOf({ wave }: WaveRecord, { first, last }: { first: number; last: number }): DayRange {
  return {
    first: addDays(localDate(first, wave.timeZone), -1),
    last: addDays(localDate(last, wave.timeZone), 1),
  };
}
