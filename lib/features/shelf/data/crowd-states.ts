import type { RangeSum, Summand } from "@/lib/domain/sum";
import { sumRanges } from "@/lib/domain/sum";
import type { CrowdDigest } from "@/lib/domain/wave-digest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { summandOf } from "@/lib/features/figures/view/crowd-days";
import { crowdSubjects, gatherings, subjectSize } from "@/lib/features/figures/view/crowd-subjects";
import { inLocalClocks } from "@/lib/features/figures/view/local-clocks";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { localDate } from "@/lib/shared/format/day";
import type { CrowdOf } from "./crowd-history";
import type { Asking } from "./selection";

/** What is known of a crowd on one local day. */
type CrowdState = { day: string; known: number; isAction: boolean; most: number | null; summand: Summand | null };

/** Works out what was known when of the crowds of these subjects. */
export function keepCrowds(writing: ShelfWriting, base: WaveRecord, { subject, known }: CrowdOf): void {
  const waveId = base.wave.id;
  writing.run("DELETE FROM crowds WHERE subject = ? AND wave = ?", subject, waveId);
  for (const { since, until, record } of known) {
    for (const { day, most, ...body } of statesOf(record)) {
      const values = [waveId, subject, day, since, until, most, JSON.stringify(body)];
      writing.run("INSERT INTO crowds VALUES (?, ?, ?, ?, ?, ?, ?)", ...values);
    }
  }
}

function statesOf(record: WaveRecord): CrowdState[] {
  const local = inLocalClocks(record);
  return crowdSubjects(local)
    .filter(({ known: some, unknown }) => some.length + unknown.length > 0)
    .map((one) => ({
      ...{ day: one.date, known: one.known.length, isAction: one.action !== null },
      most: one.known.length === 0 ? null : subjectSize(one),
      summand: one.action === null ? null : (summandOf(one, local)[0] ?? null),
    }));
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
