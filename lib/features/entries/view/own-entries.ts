import { ENTRY_TRANSITIONS, type EntryState } from "@/lib/domain/entry";
import type { Epoch } from "@/lib/domain/moment";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { FieldProblem } from "../schema/input";
import type { CorrectionEntry } from "./correction-entry";
import { approvalsOf } from "./counted-approvals";
import { type EntryAbout, entryAbout } from "./entry-about";
import type { DecisionRow, OwnEntryRow } from "./rows";

/** What the author can do next; each is a text of `entries.nextSteps`. */
export type NextStep =
  | "answer_question"
  | ("finish_draft" | "submit_draft" | "wait" | "wait_second" | "answer" | "read_record" | "anew" | "none")
  /** Of a correction whose record has another revision by now, or was retracted. */
  | ("look_again" | "withdraw" | "closed_soon");

/** A decision, and whether it is an approval that no longer counts. */
export type OwnDecision = DecisionRow & { isVoid: boolean };

export type OwnRow = Omit<EntryAbout, "impact" | "comparison" | "problems"> & {
  id: string;
  state: EntryState;
  updatedAt: Epoch;
  /** The last thing a moderator wrote to the author that still holds. */
  reason: string | null;
  nextStep: NextStep;
};

export type OwnEntry = OwnRow &
  Pick<EntryAbout, "comparison"> & {
    version: number;
    recordId: string | null;
    problems: FieldProblem[];
    decisions: OwnDecision[];
    canEdit: boolean;
    canSubmit: boolean;
    canWithdraw: boolean;
    /** Nothing more is decided about it. */
    isOver: boolean;
    /** It ended without being published. */
    canBeginAnew: boolean;
  };

export function ownEntryView(row: OwnEntryRow, records: readonly WaveRecord[]): OwnEntry {
  const { impact: _, ...about } = entryAbout(row, records);
  const { correction, problems } = about;
  const { id, state, version, recordId, updatedAt } = row;
  return {
    ...{ id, state, version, recordId, updatedAt, ...about },
    decisions: decisionsOf(row),
    reason: reasonOf(row),
    nextStep:
      overtaken(state, correction) ?? nextStepOf(row, { isComplete: problems.length === 0, hasForm: hasForm(about) }),
    canEdit: (row.kind === "new_record" || correction?.now.state === "published") && CHANGEABLE.includes(state),
    canSubmit: (state === "draft" || state === "changes_requested") && correction?.isBehind !== true,
    canWithdraw: ENTRY_TRANSITIONS.withdraw.from.includes(state),
    isOver: !CHANGEABLE.includes(state),
    canBeginAnew: !CHANGEABLE.includes(state) && state !== "published" && hasForm(about),
  };
}

/** Whether there is a form for what it proposes: not where its subject, or the record it would change, is gone. */
export function hasForm({ correction, solidarity, action, plain, subject, input }: FormParts): boolean {
  if (correction) return correction.now.state === "published";
  return [solidarity, action, plain].some((one) => one !== null) || (subject !== null && input !== null);
}
type FormParts = Pick<EntryAbout, "correction" | "solidarity" | "action" | "plain" | "subject" | "input">;

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

type Form = { isComplete: boolean; hasForm: boolean };

function nextStepOf({ state, isAsked }: OwnEntryRow, { isComplete, hasForm: isThere }: Form): NextStep {
  if (isAsked && (state === "submitted" || state === "approved_once")) return "answer_question";
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
      return isThere ? "anew" : "none";
  }
}
