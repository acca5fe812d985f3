import { type FieldChange, recordDiff } from "@/lib/domain/record-diff";
import type { RecordRow, RevisionRow, WaveRecord } from "@/lib/domain/wave-record";
import { localDate } from "@/lib/shared/format/day";
import { type Part, plain, type RecordsContext } from "./context";

/** One version of a record: when it became known and why, and what it changed of the one before. */
export type VersionView = {
  number: number;
  label: string;
  recorded: string;
  /** What the day stands for, where it is not the day of a decision. */
  dayNote: string | null;
  retracts: boolean;
  reason: Part | null;
  /** Whose reason it is, in words. */
  reasonLabel: string;
  /** Null for a first version, which changed nothing. */
  changes: FieldChange[] | null;
  /** Null where a later version of the same day hides it, and where there is one version only. */
  asThen: Part | null;
};

/** Every version of a record, oldest first; a record that was never revised is its own only version. */
export function versionsOf(row: RecordRow, { revisions }: WaveRecord): RevisionRow[] {
  const only = { number: row.revision, recordedAt: row.recordedAt, retracts: row.state === "retracted" };
  return revisions[row.id] ?? [{ ...only, reason: null, row }];
}

/** Newest first. */
export function historyOf(row: RecordRow, context: RecordsContext): VersionView[] {
  const versions = versionsOf(row, context.record);
  const dayOf = ({ recordedAt }: RevisionRow) => localDate(recordedAt, context.timeZone);
  return versions
    .map((version, index) => {
      const [before, next] = [versions[index - 1], versions[index + 1]];
      const isLastOfDay = next === undefined || dayOf(next) !== dayOf(version);
      return {
        number: version.number,
        label: context.words("history.revision", { number: version.number }),
        recorded: context.fullDay(version.recordedAt),
        dayNote: dayNote(version, context),
        retracts: version.retracts,
        reason: version.reason === null ? null : context.part(version.reason),
        reasonLabel: reasonLabel(version, context),
        changes: before === undefined ? null : recordDiff(before.row, version.row),
        asThen: versions.length > 1 && isLastOfDay ? asThenPart(row.id, dayOf(version), context) : null,
      };
    })
    .toReversed();
}

/** A revision that moderators approved carries the reason of the proposal; any other the keepers' own. */
export function reasonLabel({ number, retracts, row }: RevisionRow, { record, words }: RecordsContext): string {
  if (number === 1 || record.approvals[row.id]?.[number] === undefined) return words("decisions.reason");
  return words(retracts ? "decisions.reasonOf.retraction" : "decisions.reasonOf.correction");
}

function asThenPart(id: string, day: string, context: RecordsContext): Part {
  return plain(context.words("history.asThen", { day: context.date(day) }), context.recordHrefOn(id, day));
}

/** A loaded first version became known when its source came out; nobody decided anything on that day. */
function dayNote({ number, row, recordedAt }: RevisionRow, { record, timeZone, words }: RecordsContext): string | null {
  if (number !== 1 || record.approvals[row.id]?.[1] !== undefined) return null;
  const carrying = row.citations.filter(({ contradicts }) => !contradicts).map(({ sourceId }) => sourceId);
  const days = record.sources.filter(({ id }) => id === row.id || carrying.includes(id)).map((one) => one.publishedOn);
  return words(days.includes(localDate(recordedAt, timeZone)) ? "history.publishedThen" : "history.toldByThen");
}
