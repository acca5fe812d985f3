import type { RangeSum, Summand } from "@/lib/domain/sum";
import { sumRanges } from "@/lib/domain/sum";
import type { CrowdDigest } from "@/lib/domain/wave-digest";
import type { ActionRow, FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { summandOf } from "@/lib/features/figures/view/crowd-days";
import { crowdSubjects, gatherings, subjectSize } from "@/lib/features/figures/view/crowd-subjects";
import { inLocalClocks } from "@/lib/features/figures/view/local-clocks";
import { NO_ROWS } from "@/lib/features/waves/data/rows";
import type { ShelfWriting } from "@/lib/server/published/shelf";
import { localDate } from "@/lib/shared/format/day";
import type { Asking } from "./selection";

/** What is known of a crowd on one local day, from when to when. */
type CrowdState = { day: string; known: number; isAction: boolean; most: number | null; summand: Summand | null };
type Version = { since: number; until: number; row: FigureRow };

/** Works out what was known when of the crowds these figures count, all of them where none are named. */
export function keepCrowds(writing: ShelfWriting, base: WaveRecord, subjects: readonly string[] | null): void {
  const waveId = base.wave.id;
  const all = "SELECT DISTINCT about FROM versions WHERE wave = ? AND kind = 'figure' AND measure = 'attendance'";
  const touched = subjects ?? writing.all<{ about: string }>(all, waveId).map(({ about }) => about);
  for (const subject of touched) {
    writing.run("DELETE FROM crowds WHERE subject = ? AND wave = ?", subject, waveId);
    for (const { since, until, ...state } of statesOf(writing, base, subject)) {
      const { day, most, ...body } = state;
      const values = [waveId, subject, day, since, until, most, JSON.stringify(body)];
      writing.run("INSERT INTO crowds VALUES (?, ?, ?, ?, ?, ?, ?)", ...values);
    }
  }
}

function statesOf(asking: Asking, base: WaveRecord, subject: string): (CrowdState & Omit<Version, "row">)[] {
  const sql = "SELECT since, until, body FROM versions WHERE about = ? AND wave = ? AND measure = 'attendance'";
  const versions = asking.all<{ since: number; until: number; body: string }>(sql, subject, base.wave.id);
  if (versions.length === 0) return [];
  const [action] = asking.all<{ body: string }>(
    "SELECT body FROM versions WHERE id = ? ORDER BY since DESC LIMIT 1",
    subject,
  );
  const read: Version[] = versions.map(({ body, ...version }) => ({ ...version, row: JSON.parse(body) }));
  const changes = [...new Set(read.flatMap(({ since, until }) => [since, until]))].sort((a, b) => a - b);
  return changes.slice(0, -1).flatMap((since, index) => {
    const figures = read.filter((one) => one.since <= since && since < one.until).map(({ row }) => row);
    const actions = action ? [JSON.parse(action.body) as ActionRow] : [];
    const known = inLocalClocks({ ...base, ...NO_ROWS, actions, figures });
    const until = changes[index + 1] ?? since;
    return crowdSubjects(known)
      .filter(({ known: some, unknown }) => some.length + unknown.length > 0)
      .map((one) => ({
        ...{ since, until, day: one.date, known: one.known.length, isAction: one.action !== null },
        most: one.known.length === 0 ? null : subjectSize(one),
        summand: one.action === null ? null : (summandOf(one, known)[0] ?? null),
      }));
  });
}

type Kept = { subject: string; day: string; body: string };
type State = Kept & Pick<CrowdState, "known" | "isAction" | "summand">;

/** The crowds of each day as known at a moment: how many have a number, how many have none, and what they come to. */
export function crowdsAt(asking: Asking, light: WaveRecord, at: number) {
  const sql = "SELECT subject, day, body FROM crowds WHERE wave = ? AND since <= ? AND ? < until";
  const states = asking
    .all<Kept>(sql, light.wave.id, at, at)
    .map((kept): State => ({ ...kept, ...JSON.parse(kept.body) }));
  const claimed = new Set(states.map(({ subject }) => subject));
  const withNumber = new Set(states.filter(({ known }) => known > 0).map(({ subject }) => subject));
  const all = gatherings(light);
  const silent = Map.groupBy(
    all.filter(({ id }) => !claimed.has(id)),
    ({ period }) => localDate(period.start.earliest, light.wave.timeZone),
  );
  const byDay = Map.groupBy(states, ({ day }) => day);
  const dates = [...new Set([...silent.keys(), ...byDay.keys()])].sort();
  const days = dates.map((date) => dayOf(date, byDay.get(date) ?? [], silent.get(date)?.length ?? 0));
  return { known: all.filter(({ id }) => withNumber.has(id)).length, all: all.length, days };
}

function dayOf(date: string, states: readonly State[], gatheringsUnclaimed: number): CrowdDigest {
  const named = states.filter(({ known }) => known > 0);
  const unnamed = states.filter(({ known }) => known === 0);
  const silentCrowds = gatheringsUnclaimed + unnamed.filter(({ isAction }) => isAction).length;
  const crowds = named.filter(({ isAction }) => isAction);
  const summands = crowds.flatMap(({ summand }) => summand ?? []);
  const sum = sumRanges(summands, silentCrowds + crowds.length - summands.length);
  const total: RangeSum | null = "refused" in sum ? null : sum;
  const gatheringsAdded = summands.length - (total?.excludedGeneral ?? 0);
  return {
    date,
    lines: named.length,
    silent: gatheringsUnclaimed + unnamed.length,
    total,
    gatherings: gatheringsAdded,
  };
}

/** The figures of the largest crowds as known at a moment. */
export function figuresOfLargestCrowds(
  asking: Asking,
  waveId: string,
  { at, most }: { at: number; most: number },
): string[] {
  const largest = `SELECT DISTINCT subject FROM crowds WHERE wave = ? AND since <= ? AND ? < until AND most IS NOT NULL
    ORDER BY most DESC LIMIT ?`;
  const subjects = asking.all<{ subject: string }>(largest, waveId, at, at, most);
  const figures = "SELECT DISTINCT id FROM versions WHERE about = ? AND wave = ? AND measure = 'attendance'";
  return subjects.flatMap(({ subject }) => [
    subject,
    ...asking.all<{ id: string }>(figures, subject, waveId).map(({ id }) => id),
  ]);
}
