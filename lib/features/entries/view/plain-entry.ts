import { formatRecordId, RECORD_LETTERS } from "@/lib/domain/id";
import { approvalsRequired, type EntryKind, type ImpactReason } from "@/lib/domain/impact";
import type { FigureRow, RecordRow, SourceRow, WaveRecord } from "@/lib/domain/wave-record";
import { findRecord } from "../../records/view/find";
import type { FieldProblem } from "../schema/input";
import { type PlainInput, type PlainKind, readPlainInput, readPlainProposal, recordKindOf } from "../schema/kinds";
import type { PlainProposal } from "../schema/plain";
import { type Comparison, compareWider } from "./comparison";
import { competingWith, hullOf } from "./impact";
import { knownSource, restsOnTierTwo } from "./known-source";
import { proposedRow } from "./proposed-row";
import { goneProblem, referencesOf } from "./record-rules";

/** What a moderator should look at before deciding; each is a text of `entries.notes`. */
export type PlainNote = "only_tier_two";

/** A proposed record of a plain kind as its author and the moderators look at it. */
export type PlainEntry = {
  kind: PlainKind;
  input: PlainInput;
  record: WaveRecord;
  proposal: PlainProposal | null;
  /** The record as it would stand; its id is none yet. Null while its form is not complete. */
  row: RecordRow | null;
  problems: FieldProblem[];
  sources: { known: SourceRow | null; sameOrigin: string[] }[];
  notes: PlainNote[];
  /** A figure among those on record; null for any other kind. */
  comparison: Comparison | null;
  impact: { required: 1 | 2; reasons: ImpactReason[] };
};

/** The highest number an id can have: no record gets there. */
const NO_NUMBER = 999_999_999;

/** What an entry's payload proposes of a plain kind; null where it proposes another or its wave is not there. */
export function plainEntry(payload: unknown, records: readonly WaveRecord[], entryKind: EntryKind): PlainEntry | null {
  const input = readPlainInput(payload);
  const record = records.find(({ wave }) => wave.id === input?.waveId);
  if (input === null || record === undefined) return null;
  const kind = input.recordKind;
  const reading = readPlainProposal(input);
  const proposal = "proposal" in reading ? reading.proposal : null;
  const id = formatRecordId(record.wave.code, RECORD_LETTERS[recordKindOf(kind)], NO_NUMBER);
  const placed = proposal && proposedRow(proposal, { id, source: record });
  const { quantity = null, measure = null, tellsOfHarm = false } = proposal ?? {};
  const existingHull = placed && hullOf(competingWith(placed.row, record.figures));
  const comparison = placed && proposal && comparisonOf(input, proposal, { row: placed.row, record, kind: entryKind });
  return {
    ...{ kind, input, record, proposal, comparison },
    row: placed?.row ?? null,
    problems:
      "problems" in reading ? reading.problems : [...(placed?.problems ?? []), ...goneFrom(record, placed?.row)],
    sources: comparison?.sources ?? sourcesOf(record, proposal),
    notes: proposal && restsOnTierTwo(record, proposal.sources) ? ["only_tier_two"] : [],
    impact: approvalsRequired({ entryKind, quantity, measure, existingHull, tellsOfHarm }),
  };
}

function sourcesOf(record: WaveRecord, proposal: PlainProposal | null): PlainEntry["sources"] {
  return (proposal?.sources ?? []).map((source) => ({ known: knownSource(record, source), sameOrigin: [] }));
}

type Placed = { row: RecordRow; record: WaveRecord; kind: EntryKind };

function comparisonOf(input: PlainInput, { sources }: PlainProposal, { row, record, kind }: Placed): Comparison | null {
  if (input.recordKind !== "wider_figure") return null;
  return compareWider({ row: row as FigureRow, sources, mode: input.mode, kind }, record);
}

/** What it points to that is no published record of the wave. */
function goneFrom(record: WaveRecord, row: RecordRow | undefined): FieldProblem[] {
  if (row === undefined) return [];
  return referencesOf(row).flatMap((reference) => {
    const { to, id } = reference;
    if (to === "region" || to === "locality" || to === "employer") return [];
    const isThere = findRecord(record, id)?.row.state === "published";
    return isThere ? [] : [goneProblem(reference)];
  });
}
