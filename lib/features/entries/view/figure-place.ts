import type { ActionRow, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import type { FigureInput } from "../schema/figure";
import type { Where } from "./as-of";

export type Subject = {
  record: WaveRecord;
  workforce: WorkforceRow;
  /** Null while the contributor has not chosen, or when the action is no longer published. */
  action: ActionRow | null;
};

/** What a typed figure speaks of, found in the published record; null when wave or workforce are not there. */
export function subjectOf(
  records: readonly WaveRecord[],
  input: Pick<FigureInput, "waveId" | "workforceId" | "actionId"> | null,
): Subject | null {
  const record = records.find(({ wave }) => wave.id === input?.waveId);
  const workforce = record?.workforces.find(({ id, state }) => id === input?.workforceId && state === "published");
  if (record === undefined || workforce === undefined) return null;
  return {
    record,
    workforce,
    action: actionsOf(record, workforce.id).find(({ id }) => id === input?.actionId) ?? null,
  };
}

/** The published actions a workforce took part in, by their first day. */
export function actionsOf(record: WaveRecord, workforceId: string): ActionRow[] {
  return record.actions
    .filter(({ state, workforceIds }) => state === "published" && workforceIds.includes(workforceId))
    .sort((one, other) => one.period.start.earliest - other.period.start.earliest);
}

export function whereOf({ record, workforce, action }: Subject): Where {
  const { regions, localities, wave } = record;
  return { action: action ?? workforce, workforce, regions, localities, wave };
}
