import { ENTRY_TRANSITIONS, type EntryState } from "@/lib/domain/entry";
import type { Measure } from "@/lib/domain/measure";
import type { Epoch } from "@/lib/domain/moment";
import type { Quantity } from "@/lib/domain/quantity";
import type { Texts, WaveRecord } from "@/lib/domain/wave-record";
import { readFigure, readInput } from "../schema";
import type { FieldProblem, FigureInput } from "../schema/input";
import { type ActionEntry, actionEntry } from "./action-entry";
import { type CorrectionEntry, correctionEntry } from "./correction-entry";
import { type Subject, subjectOf } from "./figure-place";
import { approvalsOf } from "./queue";
import type { DecisionRow, OwnEntryRow } from "./rows";
import { type SolidarityEntry, solidarityEntry } from "./solidarity-entry";

/** What the author can do next; each is a text of `entries.nextSteps`. */
export type NextStep =
  | ("finish_draft" | "submit_draft" | "wait" | "wait_second" | "answer" | "read_record" | "none")
  /** Of a correction whose record has another revision by now, or was retracted. */
  | ("look_again" | "withdraw" | "closed_soon");

/** A decision, and whether it is an approval that no longer counts. */
export type OwnDecision = DecisionRow & { isVoid: boolean };

export type OwnRow = {
  id: string;
  state: EntryState;
  workforce: Texts | null;
  measure: Measure | null;
  quantity: Quantity | null;
  /** What it proposes of a published record; null where it proposes a new one. */
  correction: CorrectionEntry | null;
  /** The act of support it proposes; null where it proposes something else. */
  solidarity: SolidarityEntry | null;
  /** The action it proposes; null where it proposes something else. */
  action: ActionEntry | null;
  updatedAt: Epoch;
  /** The last thing a moderator wrote to the author that still holds. */
  reason: string | null;
  nextStep: NextStep;
};

export type OwnEntry = OwnRow & {
  version: number;
  recordId: string | null;
  input: FigureInput | null;
  problems: FieldProblem[];
  subject: Subject | null;
  decisions: OwnDecision[];
  canEdit: boolean;
  canSubmit: boolean;
  canWithdraw: boolean;
};

export function ownEntryView(row: OwnEntryRow, records: readonly WaveRecord[]): OwnEntry {
  const input = readInput(row.payload);
  const reading = readFigure(row.payload);
  const subject = subjectOf(records, input);
  const proposal = "proposal" in reading ? reading.proposal : null;
  const correction = correctionEntry(row.payload, records);
  const solidarity = solidarityEntry(row.payload, records, row.kind);
  const action = actionEntry(row.payload, records, row.kind);
  const missing = "problems" in reading ? reading.problems : [];
  const problems = (correction ?? solidarity ?? action)?.problems ?? (row.kind === "new_record" ? missing : []);
  const { id, state, version, recordId, updatedAt } = row;
  return {
    ...{ id, state, version, recordId, updatedAt, input, problems, subject, correction, solidarity, action },
    decisions: decisionsOf(row),
    workforce: subject?.workforce.names ?? null,
    measure: proposal?.measure ?? (input?.measure || null),
    quantity: proposal?.quantity ?? solidarity?.proposal?.amount ?? null,
    reason: reasonOf(row),
    nextStep: overtaken(state, correction) ?? nextStepOf(state, problems.length === 0),
    canEdit: (row.kind === "new_record" || correction?.now.state === "published") && CHANGEABLE.includes(state),
    canSubmit: (state === "draft" || state === "changes_requested") && correction?.isBehind !== true,
    canWithdraw: ENTRY_TRANSITIONS.withdraw.from.includes(state),
  };
}

const CHANGEABLE: readonly EntryState[] = ["draft", "submitted", "changes_requested", "approved_once"];

/** What the author of a correction does once another one was published first; null where none was, or all is over. */
function overtaken(state: EntryState, correction: CorrectionEntry | null): NextStep | null {
  if (!correction?.isBehind || !CHANGEABLE.includes(state)) return null;
  if (correction.now.state === "published") return "look_again";
  return ENTRY_TRANSITIONS.withdraw.from.includes(state) ? "withdraw" : "closed_soon";
}

function decisionsOf(row: OwnEntryRow): OwnDecision[] {
  const counting = approvalsOf(row);
  return row.decisions.map((decision) => ({
    ...decision,
    isVoid: decision.verb === "approve" && !counting.includes(decision),
  }));
}

function reasonOf({ state, decisions }: OwnEntryRow): string | null {
  const told: EntryState[] = ["changes_requested", "rejected", "unverifiable"];
  return told.includes(state) ? (decisions.at(-1)?.reason ?? null) : null;
}

function nextStepOf(state: EntryState, isComplete: boolean): NextStep {
  switch (state) {
    case "draft":
      return isComplete ? "submit_draft" : "finish_draft";
    case "submitted":
      return "wait";
    case "approved_once":
      return "wait_second";
    case "changes_requested":
      return "answer";
    case "published":
      return "read_record";
    default:
      return "none";
  }
}
