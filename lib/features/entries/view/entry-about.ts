import type { ImpactReason } from "@/lib/domain/impact";
import type { Measure } from "@/lib/domain/measure";
import type { Quantity } from "@/lib/domain/quantity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { readFigure, readInput } from "../schema";
import type { FigureInput } from "../schema/figure";
import type { FieldProblem } from "../schema/input";
import type { FigureProposal } from "../schema/proposal";
import { type ActionEntry, actionEntry } from "./action-entry";
import { type Comparison, compare } from "./comparison";
import { type CorrectionEntry, correctionEntry } from "./correction-entry";
import { type Subject, subjectOf } from "./figure-place";
import { type PlainEntry, plainEntry } from "./plain-entry";
import type { EntryRow } from "./rows";
import { type SolidarityEntry, solidarityEntry } from "./solidarity-entry";

/** What an entry proposes, held beside the published record: one of the kinds, and nothing of the others. */
export type EntryAbout = {
  correction: CorrectionEntry | null;
  solidarity: SolidarityEntry | null;
  action: ActionEntry | null;
  plain: PlainEntry | null;
  /** What was typed of a figure of a workforce, and what of it can be read so far. */
  input: FigureInput | null;
  subject: Subject | null;
  proposal: FigureProposal | null;
  /** A proposed figure, of whatever subject, among those on record. */
  comparison: Comparison | null;
  /** What the entry says at a glance. */
  measure: Measure | null;
  quantity: Quantity | null;
  problems: FieldProblem[];
  impact: { required: 1 | 2; reasons: ImpactReason[] };
};

/** What an entry proposes among the published records. */
export function entryAbout(
  { payload, kind, recordId = null }: Pick<EntryRow, "payload" | "kind"> & Partial<Pick<EntryRow, "recordId">>,
  all: readonly WaveRecord[],
): EntryAbout {
  const records = kind === "new_record" && recordId !== null ? withoutFigure(all, recordId) : all;
  const correction = correctionEntry(payload, records);
  const solidarity = solidarityEntry(payload, records, kind);
  const action = actionEntry(payload, records, kind);
  const plain = plainEntry(payload, records, kind);
  const figure = figureAbout({ payload, kind }, records);
  const other = correction ?? solidarity ?? action ?? plain;
  const weighed = figure.comparison ?? solidarity ?? action ?? plain;
  return {
    ...{ correction, solidarity, action, plain, ...figure },
    comparison: figure.comparison ?? plain?.comparison ?? null,
    measure: figure.measure ?? plain?.proposal?.measure ?? null,
    quantity: figure.proposal?.quantity ?? solidarity?.proposal?.amount ?? plain?.proposal?.quantity ?? null,
    problems: other?.problems ?? (kind === "new_record" ? figure.problems : []),
    impact:
      kind === "new_record" ? (weighed?.impact ?? { required: 1, reasons: [] }) : { required: 2, reasons: [kind] },
  };
}

/** The record without what the entry became: it does not stand beside itself. */
function withoutFigure(records: readonly WaveRecord[], recordId: string): readonly WaveRecord[] {
  return records.map((record) => {
    const figures = record.figures.filter(({ id }) => id !== recordId);
    return figures.length === record.figures.length ? record : { ...record, figures };
  });
}

function figureAbout({ payload, kind }: Pick<EntryRow, "payload" | "kind">, records: readonly WaveRecord[]) {
  const input = readInput(payload);
  const reading = readFigure(payload);
  const proposal = "proposal" in reading ? reading.proposal : null;
  const subject = subjectOf(records, input);
  return {
    ...{ input, subject, proposal },
    comparison: subject && proposal ? compare(subject, proposal, kind) : null,
    measure: proposal?.measure ?? (input?.measure || null),
    problems: "problems" in reading ? reading.problems : [],
  };
}
