import type { EntryState, EntryVerb } from "@/lib/domain/entry";
import type { EntryKind } from "@/lib/domain/impact";
import type { Epoch } from "@/lib/domain/moment";

export type DecisionVerb = Exclude<EntryVerb, "save" | "submit" | "withdraw">;
export type EntryRow = {
  id: string;
  waveId: string;
  kind: EntryKind;
  state: EntryState;
  version: number;
  approvalsRequired: number;
  authorId: string;
  recordId: string | null;
  payload: unknown;
  createdAt: Epoch;
  updatedAt: Epoch;
  submittedAt: Epoch | null;
};
/** A decision as its entry's author may see it: what and why, never who. */
export type DecisionRow = { id: number; entryVersion: number; verb: DecisionVerb; reason: string | null; at: Epoch };
export type SignedDecisionRow = DecisionRow & { moderatorId: string; moderatorHandle: string };
export type VersionRow = { version: number; payload: unknown; at: Epoch };

/** Another entry about the same record, as far as a moderator needs it to find it. */
export type WaitingEntry = Pick<EntryRow, "id" | "kind"> & { submittedAt: Epoch };

export type OwnEntryRow = EntryRow & { decisions: DecisionRow[] };
export type ModeratedEntryRow = EntryRow & {
  authorHandle: string;
  /** By whose invitation the author came: neither of the two approves the other's entries. */
  authorInvitedById: string | null;
  decisions: SignedDecisionRow[];
  versions: VersionRow[];
};
