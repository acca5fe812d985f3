import { parseRecordId, type RecordKind } from "@/lib/domain/id";
import { isUnknown } from "@/lib/domain/quantity";
import type { ApprovalRow, FigureRow, RecordRow, RevisionRow } from "@/lib/domain/wave-record";

/**
 * A record with all its versions, as it is put on the shelf; `history` is null where the first version is the only one,
 * `approvals` where none of them was decided by an entry.
 */
export type ShelvedRecord = {
  kind: RecordKind;
  row: RecordRow;
  history: RevisionRow[] | null;
  approvals: Record<number, ApprovalRow[]> | null;
};

/** Later than every instant: a version that is in force. */
export const NEVER_ENDS = 8_640_000_000_000_000;

/** What a version is found by, beside its id. */
export type Keys = {
  about: string | null;
  workforce: string | null;
  /** Where it happened, as a key of its wave; only of what happened. */
  region: string | null;
  slug: string | null;
  measure: string | null;
  marks: number;
  links: string[];
};

export const MARKS = { numberOfStrikers: 1, disputed: 2, corrects: 4, retracts: 8 } as const;

const NO_KEYS: Keys = {
  ...{ about: null, workforce: null, region: null, slug: null, measure: null },
  ...{ marks: 0, links: [] },
};

type Shelved = { row: RecordRow; since: number; until: number; marks: number };

/** The versions of a record with the time in which each was the latest known, oldest first; none that never was. */
export function versionsOf({ row, history }: ShelvedRecord): Shelved[] {
  if (history === null) return [{ row, since: row.recordedAt, until: NEVER_ENDS, marks: 0 }];
  const last = history.at(-1);
  return history
    .map((version, at) => ({
      // The row of today has what no revision keeps, such as why it was retracted.
      row: version === last ? row : version.row,
      since: version.recordedAt,
      until: Math.min(NEVER_ENDS, ...history.slice(at + 1).map(({ recordedAt }) => recordedAt)),
      marks: (at > 0 ? MARKS.corrects : 0) | (version.retracts ? MARKS.retracts : 0),
    }))
    .filter(({ since, until }) => since < until);
}

export function keysOf(kind: RecordKind, row: RecordRow): Keys {
  const cited = row.citations.map(({ sourceId }) => sourceId);
  const keys = KEYS[kind](row as never);
  return { ...NO_KEYS, ...keys, links: [...new Set([...cited, ...(keys.links ?? [])])] };
}

type KeysOf = { [K in RecordKind]: (row: never) => Partial<Keys> };
type Row<N extends string> = Extract<RecordRow, Record<N, unknown>>;

const KEYS: KeysOf = {
  figure: (row: FigureRow) => figureKeys(row),
  action: ({ id, regionId, workforceIds, demandIds }: Row<"workforceIds">) => ({
    region: regionId && keyIn(id, regionId),
    links: [...workforceIds, ...demandIds],
  }),
  workforce: ({ slug }: Row<"slug">) => ({ slug }),
  workforce_size: ({ workforceId }: Row<"scopeNote">) => ({ about: workforceId }),
  source: ({ id, origin }: Row<"origin">) => ({ about: origin === null ? null : keyIn(id, `origin ${origin}`) }),
  event: ({ id, regionId, answers }: Row<"answers">) => ({
    region: regionId && keyIn(id, regionId),
    links: answers.map(({ demandId }) => demandId),
  }),
  demand: ({ workforceId }: Row<"raisedBy">) => ({ workforce: workforceId }),
  solidarity: ({ workforceId, toActionId, asActionId }: Row<"toActionId">) => ({
    workforce: workforceId,
    links: [toActionId, asActionId].filter((id) => id !== null),
  }),
  coverage_note: () => ({}),
};

/** Something that has no id of its own, in the wave of a record. */
export function keyIn(recordId: string, key: string): string {
  return `${parseRecordId(recordId)?.waveCode} ${key}`;
}

/** What figures for a whole wave are about, by the id of any of its records. */
export const WHOLE_WAVE = "wave";

function figureKeys(row: FigureRow): Partial<Keys> {
  const isKnown = !isUnknown(row.quantity);
  const isPublished = row.state === "published";
  const isOfStrikers = row.measure === "workers_directly_involved" || row.measure === "participation_rate";
  const counts = isPublished && isKnown && isOfStrikers && row.standing !== "deprecated";
  return {
    measure: row.measure,
    about: row.actionId ?? row.eventId ?? keyIn(row.id, row.regionId ?? WHOLE_WAVE),
    workforce: row.workforceId,
    marks: (counts ? MARKS.numberOfStrikers : 0) | (isPublished && isKnown && row.disputed ? MARKS.disputed : 0),
  };
}
