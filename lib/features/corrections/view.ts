import type { RecordKind } from "@/lib/domain/id";
import { type FieldChange, kindOf, recordDiff } from "@/lib/domain/record-diff";
import type { RevisionRow, Texts, WaveRecord } from "@/lib/domain/wave-record";
import { findRecord } from "@/lib/features/records/view/find";
import type { Facets } from "@/lib/features/waves/view/facets";
import { workforceSlugs } from "@/lib/features/waves/view/facets";
import { type ListFile, listFile } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { localDate } from "@/lib/shared/format/day";
import { valueText } from "./view/value-text";

/** One later version of one record, against the one before it. */
export type Correction = {
  /** `KZ22-F12/2`: the record and the number of its version. */
  id: string;
  recordId: string;
  recordKind: RecordKind;
  kind: "correction" | "retraction";
  /** The number of the version it made. */
  revision: number;
  recordedAt: number;
  reason: Texts | null;
  changes: FieldChange[];
  facets: Facets;
};

/** Every later version of every record of a wave, newest first. */
export function correctionsView(context: ReadingContext): Correction[] {
  const { record, zone } = context;
  return Object.entries(record.revisions)
    .flatMap(([recordId, versions]) => correctionsOf(recordId, versions))
    .map((correction) => ({ ...correction, facets: facetsOf(correction, context, zone(null)) }))
    .toSorted((one, other) => other.recordedAt - one.recordedAt || other.revision - one.revision);
}

function correctionsOf(recordId: string, versions: readonly RevisionRow[]): Omit<Correction, "facets">[] {
  return versions.slice(1).flatMap(({ number, recordedAt, retracts, reason, row }, at) => {
    const before = versions[at];
    if (before === undefined) return [];
    const kind = retracts ? ("retraction" as const) : ("correction" as const);
    const changes = recordDiff(before.row, row);
    const id = `${recordId}/${number}`;
    return [{ id, recordId, recordKind: kindOf(row), kind, revision: number, recordedAt, reason, changes }];
  });
}

function facetsOf(correction: Omit<Correction, "facets">, context: ReadingContext, zone: string): Facets {
  const { recordId, recordKind, kind, recordedAt } = correction;
  const day = localDate(recordedAt, zone);
  return {
    workforces: workforceSlugs(workforcesOf(context.record, recordId), context),
    ...{ regions: [], claimants: [], measures: [], known: null },
    ...{ kind, kinds: [kind, recordKind] },
    ...{ firstDate: day, lastDate: day },
  };
}

/** The workforces that a record speaks of, itself or through the action it counts. */
export function workforcesOf(record: WaveRecord, recordId: string): string[] {
  const row = findRecord(record, recordId)?.row;
  if (row === undefined) return [];
  if ("occupation" in row) return [row.id];
  if ("workforceIds" in row) return row.workforceIds;
  const own = "workforceId" in row && row.workforceId !== null ? [row.workforceId] : [];
  const actionId = "actionId" in row ? row.actionId : "toActionId" in row ? row.toActionId : null;
  const action = own.length > 0 ? undefined : record.actions.find(({ id }) => id === actionId);
  return [...own, ...(action?.workforceIds ?? [])];
}

/** A line for each field that changed, as machines read it; a retraction's line is that of its state. */
export function correctionsFile(corrections: readonly Correction[]): ListFile {
  return listFile(
    "corrections",
    corrections.flatMap(({ recordId, revision, kind, changes, reason, recordedAt }) => {
      const [language, text] = Object.entries(reason ?? {})[0] ?? ["", ""];
      return changes.map(({ path, before, after }) => ({
        ...{ id: recordId, revision, kind, field: path },
        ...{ old: valueText(before), new: valueText(after) },
        ...{ reason: text, reason_language: language, recorded_at: new Date(recordedAt).toISOString() },
      }));
    }),
  );
}
