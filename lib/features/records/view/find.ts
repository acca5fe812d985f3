import { parseRecordId, type RecordKind } from "@/lib/domain/id";
import type {
  ActionRow,
  CoverageNoteRow,
  DemandRow,
  EventRow,
  FigureRow,
  SolidarityRow,
  SourceRow,
  WaveRecord,
  WorkforceRow,
  WorkforceSizeRow,
} from "@/lib/domain/wave-record";

export type Found =
  | { kind: "figure"; row: FigureRow }
  | { kind: "action"; row: ActionRow }
  | { kind: "workforce"; row: WorkforceRow }
  | { kind: "workforce_size"; row: WorkforceSizeRow }
  | { kind: "source"; row: SourceRow }
  | { kind: "event"; row: EventRow }
  | { kind: "demand"; row: DemandRow }
  | { kind: "solidarity"; row: SolidarityRow }
  | { kind: "coverage_note"; row: CoverageNoteRow };

const ROWS: { [K in RecordKind]: (record: WaveRecord) => Found[] } = {
  figure: ({ figures }) => figures.map((row) => ({ kind: "figure", row })),
  action: ({ actions }) => actions.map((row) => ({ kind: "action", row })),
  workforce: ({ workforces }) => workforces.map((row) => ({ kind: "workforce", row })),
  workforce_size: ({ workforceSizes }) => workforceSizes.map((row) => ({ kind: "workforce_size", row })),
  source: ({ sources }) => sources.map((row) => ({ kind: "source", row })),
  event: ({ events }) => events.map((row) => ({ kind: "event", row })),
  demand: ({ demands }) => demands.map((row) => ({ kind: "demand", row })),
  solidarity: ({ solidarity }) => solidarity.map((row) => ({ kind: "solidarity", row })),
  coverage_note: ({ coverageNotes }) => coverageNotes.map((row) => ({ kind: "coverage_note", row })),
};

/** Every record of a wave that has an id, figures and actions first. */
export function allRecords(record: WaveRecord): Found[] {
  return Object.values(ROWS).flatMap((rows) => rows(record));
}

export function findRecord(record: WaveRecord, id: string): Found | null {
  const parts = parseRecordId(id);
  if (parts === null || parts.waveCode !== record.wave.code) return null;
  return ROWS[parts.kind](record).find(({ row }) => row.id === id) ?? null;
}
