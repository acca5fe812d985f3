import type { RecordKind } from "@/lib/domain/id";
import { type FieldChange, type FieldValue, kindOf, recordDiff } from "@/lib/domain/record-diff";
import type { RevisionRow, Texts, WaveRecord } from "@/lib/domain/wave-record";
import { findRecord } from "@/lib/features/records/view/find";
import type { Facets } from "@/lib/features/waves/view/facets";
import { workforceSlugs } from "@/lib/features/waves/view/facets";
import { type ListFile, listFile } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { actsBy } from "@/lib/features/withholdings/view/acts";
import { actOfReason, PUBLIC_AGAIN, WITHHELD_BECAUSE } from "@/lib/features/withholdings/view/public-reasons";
import { localDate } from "@/lib/shared/format/day";
import { hasWithheld, valueText } from "./view/value-text";

/** What a line of the log tells: what was proposed and decided, or what was withheld and put back. */
export const CORRECTION_KINDS = ["correction", "retraction", "withheld", "put_back"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** One later version of one record, against the one before it; or that texts of it were withheld or put back in all versions. */
export type Correction = {
  /** `KZ22-F12/2`: the record and the number of its version; of texts, what happened to them and the how manieth time. */
  id: string;
  recordId: string;
  recordKind: RecordKind;
  kind: CorrectionKind;
  /** The number of the version it made; null where it made none. */
  revision: number | null;
  recordedAt: number;
  reason: Texts | null;
  changes: FieldChange[];
  facets: Facets;
};

type Line = Omit<Correction, "facets">;

/** Every later version of every record of a wave, and what was withheld of texts, newest first. */
export function correctionsView(context: ReadingContext): Correction[] {
  const { record, zone } = context;
  const versions = Object.entries(record.revisions).flatMap(([recordId, rows]) => correctionsOf(recordId, rows));
  return [...versions, ...withheldTexts(record)]
    .map((correction) => ({ ...correction, facets: facetsOf(correction, context, zone(null)) }))
    .toSorted((one, other) => other.recordedAt - one.recordedAt || (other.revision ?? 0) - (one.revision ?? 0));
}

/** That texts were withheld or put back, of the records at hand and as far as it was known; never which texts. */
export function withheldTexts(record: WaveRecord): Line[] {
  return actsBy(record.lens?.knownAt ?? Number.POSITIVE_INFINITY, record.withheld).flatMap(
    ({ recordId, scope, kind, ground, at, number }) => {
      const row = scope === "texts" ? findRecord(record, recordId)?.row : undefined;
      if (row === undefined) return [];
      const reason = kind === "withheld" ? WITHHELD_BECAUSE[ground] : PUBLIC_AGAIN;
      const of = { recordId, recordKind: kindOf(row), revision: null, changes: [] };
      return [{ ...of, kind, recordedAt: at, reason, id: `${recordId}/${kind}/${number}` }];
    },
  );
}

function correctionsOf(recordId: string, versions: readonly RevisionRow[]): Line[] {
  return versions.slice(1).flatMap(({ number, recordedAt, retracts, reason, row }, at) => {
    const before = versions[at];
    if (before === undefined) return [];
    const withholds = actOfReason(reason);
    const kind = withholds ?? (retracts ? ("retraction" as const) : ("correction" as const));
    // What was withheld is not told again field by field where it comes back: nothing of it was changed.
    const changes = recordDiff(before.row, row).filter(({ name }) => withholds === null || name === "state");
    const id = `${recordId}/${number}`;
    return [{ id, recordId, recordKind: kindOf(row), kind, revision: number, recordedAt, reason, changes }];
  });
}

function facetsOf(correction: Line, context: ReadingContext, zone: string): Facets {
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

/** A line for each field that changed, as machines read it; a retraction's line is that of its state. Texts that are withheld have one of no field. */
export function correctionsFile(corrections: readonly Correction[]): ListFile {
  return listFile(
    "corrections",
    corrections.flatMap(({ recordId, revision, kind, changes, reason, recordedAt }) => {
      const [language, text] = Object.entries(reason ?? {})[0] ?? ["", ""];
      const lines = revision === null ? [{ path: "", before: null, after: null }] : changes;
      return lines.map(({ path, before, after }) => ({
        ...{ id: recordId, revision, kind, field: path },
        ...{ old: valueText(before), new: valueText(after), withheld: withheldIn(before, after) },
        ...{ reason: text, reason_language: language, recorded_at: new Date(recordedAt).toISOString() },
      }));
    }),
  );
}

/** Of which side words are withheld: what is empty there is not nothing. */
function withheldIn(before: FieldValue | null, after: FieldValue | null): string {
  const [was, is] = [hasWithheld(before), hasWithheld(after)];
  return was && is ? "both" : was ? "old" : is ? "new" : "";
}
