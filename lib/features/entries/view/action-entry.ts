import { approvalsRequired, type EntryKind, type ImpactReason } from "@/lib/domain/impact";
import type { Moment } from "@/lib/domain/moment";
import type { ActionRow, SourceRow, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { type ActionInput, readActionInput } from "../schema/action";
import { type ActionProposal, readAction } from "../schema/action-proposal";
import type { FieldProblem } from "../schema/input";
import { type Placed, placedOn } from "./action-place";
import { meet, momentOf, offsetsOf } from "./as-of";
import { knownSource, restsOnTierTwo } from "./known-source";

/** What a moderator should look at before deciding on an action; each is a text of `entries.notes`. */
export const ACTION_NOTES = ["only_tier_two", "stoppage_without_workforce"] as const;
export type ActionNote = (typeof ACTION_NOTES)[number];

/** A proposed action as its author and the moderators look at it. */
export type ActionEntry = {
  input: ActionInput;
  record: WaveRecord;
  workforce: WorkforceRow | null;
  placed: Placed | null;
  proposal: ActionProposal | null;
  problems: FieldProblem[];
  start: Moment | null;
  /** Actions on record of the same workforce, or in the same place, that may be the same one. */
  similar: ActionRow[];
  sources: { known: SourceRow | null; sameOrigin: string[] }[];
  notes: ActionNote[];
  impact: { required: 1 | 2; reasons: ImpactReason[] };
};

/** What an entry's payload proposes as an action; null where it proposes something else or its wave is not there. */
export function actionEntry(payload: unknown, records: readonly WaveRecord[], kind: EntryKind): ActionEntry | null {
  const input = readActionInput(payload);
  const record = records.find(({ wave }) => wave.id === input?.waveId);
  if (input === null || record === undefined) return null;
  const reading = readAction(input);
  const proposal = "proposal" in reading ? reading.proposal : null;
  const workforce =
    record.workforces.find(({ id, state }) => id === input.workforceId && state === "published") ?? null;
  const placed = proposal && placedOn(proposal.place, proposal.start.date, record);
  const start = proposal && placed && startIn(record, proposal, { placed, workforce });
  return {
    ...{ input, record, proposal, workforce, placed, start },
    problems: "problems" in reading ? reading.problems : [],
    similar: start === null ? [] : similarActions(record, start, { placed, workforce }),
    sources: (proposal?.sources ?? []).map((source) => ({ known: knownSource(record, source), sameOrigin: [] })),
    notes: proposal === null ? [] : notesOf(record, proposal),
    impact: approvalsRequired({ entryKind: kind, quantity: null, measure: null, existingHull: null }),
  };
}

type Found = { placed: Placed | null; workforce: WorkforceRow | null };
const NOWHERE: Placed = { regionId: null, localityId: null };

/** By the clock of the place, else of the workforce, as the write has it. */
function startIn({ regions, localities, wave }: WaveRecord, { start }: ActionProposal, found: Found): Moment | null {
  const where = { action: found.placed ?? NOWHERE, workforce: found.workforce ?? NOWHERE, regions, localities, wave };
  return momentOf(start, offsetsOf(where, start.date));
}

function similarActions({ actions }: WaveRecord, start: Moment, { placed, workforce }: Found): ActionRow[] {
  return actions.filter((action) => {
    const isSameWorkforce = workforce !== null && action.workforceIds.includes(workforce.id);
    const isSamePlace = placed?.localityId
      ? action.localityId === placed.localityId
      : action.regionId === placed?.regionId;
    const mayBe = isSameWorkforce ? possibleSpan(action) : action.period.start;
    return action.state === "published" && (isSameWorkforce || isSamePlace) && meet(mayBe, start);
  });
}

/** What nobody said has ended may be going on: logged for a later day it may be the same action. */
function possibleSpan({ period: { start, end } }: ActionRow): Moment {
  return { ...start, latest: end?.latest ?? Number.POSITIVE_INFINITY };
}

function notesOf(record: WaveRecord, { sources, stoppage, workforceId }: ActionProposal): ActionNote[] {
  const holds: Record<ActionNote, boolean> = {
    only_tier_two: restsOnTierTwo(record, sources),
    stoppage_without_workforce: stoppage === "yes" && workforceId === null,
  };
  return ACTION_NOTES.filter((note) => holds[note]);
}
