import type { Denial } from "@/lib/domain/can";
import { can } from "@/lib/domain/can";
import type { EntryState } from "@/lib/domain/entry";
import type { ImpactReason } from "@/lib/domain/impact";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { readFigure, readInput } from "../schema";
import type { FieldProblem, FigureInput } from "../schema/input";
import type { FigureProposal } from "../schema/proposal";
import { type ActionEntry, actionEntry } from "./action-entry";
import { type Comparison, compare } from "./comparison";
import { type CorrectionEntry, correctionEntry } from "./correction-entry";
import { type FieldDifference, fieldDifferences } from "./differences";
import { type Subject, subjectOf } from "./figure-place";
import { approvalsOf } from "./queue";
import type { DecisionVerb, ModeratedEntryRow } from "./rows";
import { type SolidarityEntry, solidarityEntry } from "./solidarity-entry";

/** Why the forms are not there; each is a text of `entries.whyNot`. */
export type WhyNot = Denial | "already_approved";

export type ModeratedEntry = {
  row: ModeratedEntryRow;
  input: FigureInput | null;
  proposal: FigureProposal | null;
  problems: FieldProblem[];
  subject: Subject | null;
  comparison: Comparison | null;
  correction: CorrectionEntry | null;
  solidarity: SolidarityEntry | null;
  action: ActionEntry | null;
  /** Why two moderators are needed. */
  reasons: ImpactReason[];
  approvals: number;
  required: number;
  verbs: DecisionVerb[];
  whyNot: WhyNot | null;
  /** What changed since the version that was last decided about; null when nothing was decided before. */
  sinceDecision: { version: number; differences: FieldDifference[] } | null;
  /** Each later version against the one before it. */
  history: { version: number; at: number; differences: FieldDifference[] }[];
};

const VERBS: Partial<Record<EntryState, DecisionVerb[]>> = {
  submitted: ["approve", "request_changes", "reject", "mark_unverifiable"],
  approved_once: ["approve", "reject", "mark_unverifiable"],
  rejected: ["reopen"],
  unverifiable: ["reopen"],
};

type Viewer = { id: string; role: Parameters<typeof can>[0]["role"]; active: boolean };

export function moderatedEntryView(
  row: ModeratedEntryRow,
  records: readonly WaveRecord[],
  viewer: Viewer,
): ModeratedEntry {
  const input = readInput(row.payload);
  const reading = readFigure(row.payload);
  const proposal = "proposal" in reading ? reading.proposal : null;
  const subject = subjectOf(records, input);
  const comparison = subject && proposal ? compare(subject, proposal, row.kind) : null;
  const correction = correctionEntry(row.payload, records);
  const solidarity = solidarityEntry(row.payload, records, row.kind);
  const action = actionEntry(row.payload, records, row.kind);
  const impact = (comparison ?? solidarity ?? action)?.impact;
  const fitting = VERBS[row.state] ?? [];
  const verbs = correction?.isBehind ? fitting.filter((verb) => verb !== "approve") : fitting;
  return {
    ...{ row, input, proposal, subject, comparison, correction, solidarity, action },
    reasons: row.kind === "new_record" ? (impact?.reasons ?? []) : [row.kind],
    problems: (correction ?? solidarity ?? action)?.problems ?? ("problems" in reading ? reading.problems : []),
    approvals: approvalsOf(row).length,
    required: Math.max(row.approvalsRequired, impact?.required ?? 1),
    ...allowed(row, verbs, viewer),
    sinceDecision: sinceDecision(row),
    history: historyOf(row),
  };
}

function allowed(
  row: ModeratedEntryRow,
  verbs: DecisionVerb[],
  viewer: Viewer,
): Pick<ModeratedEntry, "verbs" | "whyNot"> {
  const isReopening = verbs.includes("reopen");
  const verdict = can(viewer, isReopening ? "reopen_entry" : "approve_entry", { authorId: row.authorId });
  if (!verdict.allowed) return { verbs: [], whyNot: verdict.because };
  const hasApproved = approvalsOf(row).some(({ moderatorId }) => moderatorId === viewer.id);
  // Whoever approved may still change their mind, but a second approval is somebody else's.
  return hasApproved && row.state === "approved_once"
    ? { verbs: verbs.filter((verb) => verb !== "approve"), whyNot: "already_approved" }
    : { verbs, whyNot: null };
}

function sinceDecision(row: ModeratedEntryRow): ModeratedEntry["sinceDecision"] {
  const decided = row.decisions.at(-1)?.entryVersion;
  const then = row.versions.find(({ version }) => version === decided);
  if (then === undefined || then.version === row.version) return null;
  return { version: then.version, differences: fieldDifferences(then.payload, row.payload) };
}

function historyOf({ versions }: ModeratedEntryRow): ModeratedEntry["history"] {
  return versions.map(({ version, at, payload }, index) => {
    const before = versions[index - 1];
    return { version, at, differences: before === undefined ? [] : fieldDifferences(before.payload, payload) };
  });
}
