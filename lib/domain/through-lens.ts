import type { Lens } from "./lens";
import type { Epoch } from "./moment";
import { recordAboveThreshold } from "./record-above-threshold";
import type { ActionRow, FigureRow, RecordRow, RevisionRow, WaveRecord, WorkforceSizeRow } from "./wave-record";
import { applyRule } from "./words";
import type { RuleSetId } from "./words-rules";

/**
 * The record as a reader chose to read it: as known at a moment, by a rule for words, above a threshold, by one
 * claimant. The same object when the lens changes nothing. Regions, places and employers have no record time and stay as they are.
 */
export function throughLens(record: WaveRecord, lens: Lens): WaveRecord {
  const known = lens.knownAt === null ? record : recordAsKnownAt(record, lens.knownAt);
  const read = lens.rule === "turnout" ? known : recordByRule(known, lens.rule);
  // Whether a stoppage is large enough is asked of everybody's figures, before one claimant alone is heard.
  const counted = recordAboveThreshold(read, lens.threshold);
  const heard = lens.claimant === null ? counted : { ...counted, figures: counted.figures.filter(isBy(lens)) };
  return heard === record ? record : { ...heard, lens };
}

/**
 * Only what was recorded by `at`, each record in the version that was in force then. A version recorded exactly at `at`
 * is known. What was retracted by then is there as a tombstone; what came later is absent, not retracted.
 */
export function recordAsKnownAt(record: WaveRecord, at: Epoch): WaveRecord {
  const rows = <T extends RecordRow>(all: readonly T[]) =>
    all.flatMap((row) => asKnown(row, record.revisions, at) ?? []);
  const histories = Object.entries(record.revisions).map(
    ([id, versions]) => [id, versions.filter(({ recordedAt }) => recordedAt <= at)] as const,
  );
  const actions = rows(record.actions);
  return {
    ...record,
    publishedAt: Math.min(record.publishedAt, at),
    sources: rows(record.sources),
    workforces: rows(record.workforces),
    workforceSizes: rows(record.workforceSizes),
    actions,
    figures: countedAsThen(rows(record.figures), actions),
    events: rows(record.events),
    demands: rows(record.demands),
    solidarity: rows(record.solidarity),
    coverageNotes: rows(record.coverageNotes),
    revisions: Object.fromEntries(histories.filter(([, versions]) => versions.length > 1)),
    openCorrections: openAt(record, at),
  };
}

/** A figure does not say itself whether it counts a general strike: its action does, in the version of then. */
function countedAsThen(figures: FigureRow[], actions: readonly ActionRow[]): FigureRow[] {
  const general = new Map(actions.map((action) => [action.id, action.general]));
  return figures.map((figure) => {
    const then = general.get(figure.actionId ?? "") ?? figure.general;
    return then === figure.general ? figure : { ...figure, general: then };
  });
}

/** Corrections that are open now and were by then. Of those closed since nothing is kept but what they changed. */
function openAt({ openCorrections }: WaveRecord, at: Epoch): WaveRecord["openCorrections"] {
  const open = Object.entries(openCorrections).map(
    ([id, corrections]) => [id, corrections.filter(({ since }) => since <= at)] as const,
  );
  return Object.fromEntries(open.filter(([, corrections]) => corrections.length > 0));
}

/** The version of one record in force at `at`; null before its first. Of the known ones the highest number counts. */
function asKnown<T extends RecordRow>(row: T, revisions: WaveRecord["revisions"], at: Epoch): T | null {
  const versions = revisions[row.id];
  if (versions === undefined) return row.recordedAt <= at ? row : null;
  const known = versions.filter(({ recordedAt }) => recordedAt <= at);
  const latest = known.reduce<RevisionRow | null>(
    (one, other) => (one && one.number > other.number ? one : other),
    null,
  );
  // The history of a record has only versions of that record, of one kind.
  return latest === null ? null : (latest.row as T);
}

/** Every number that was made from words, made anew by another rule; numbers stated in digits stay. */
export function recordByRule(record: WaveRecord, rule: RuleSetId): WaveRecord {
  const reread = <T extends FigureRow | WorkforceSizeRow>(row: T): T => {
    const quantity = applyRule(rule, row.quantity);
    return quantity === row.quantity ? row : { ...row, quantity };
  };
  return { ...record, figures: record.figures.map(reread), workforceSizes: record.workforceSizes.map(reread) };
}

function isBy({ claimant }: Lens) {
  return (figure: FigureRow) => figure.claimant === claimant;
}
