import { type AcceptedRange, acceptedRange } from "@/lib/domain/accepted";
import type { Claim } from "@/lib/domain/claim";
import { claimKey } from "@/lib/domain/claim-subject";
import { isOfMethod } from "@/lib/domain/coverage";
import { approvalsRequired, type EntryKind, type ImpactReason } from "@/lib/domain/impact";
import type { Moment } from "@/lib/domain/moment";
import { nearFigures } from "@/lib/domain/near-claims";
import { isUnknown, overlaps, type Quantity } from "@/lib/domain/quantity";
import type { ActionRow, FigureRow, SourceRow, WaveRecord } from "@/lib/domain/wave-record";
import type { Mode } from "../schema/choices";
import type { FigureProposal } from "../schema/proposal";
import { differInPrecision, wordsAgree } from "../schema/quantity";
import type { SourceProposal } from "../schema/source";
import { meet, momentOf, offsetsOf } from "./as-of";
import { actionsOf, type Subject, whereOf } from "./figure-place";
import { competingWith, hullOf } from "./impact";
import { knownSource, restsOnTierTwo } from "./known-source";

/** What a moderator should look at before deciding; each is a text of `entries.notes`. */
export const NOTES = [
  "contradicts_claims",
  "words_differ",
  "words_about",
  "words_unread",
  "only_tier_two",
  "before_action",
  "after_action",
  "in_coverage_gap",
  "general_strike",
] as const;
export type Note = (typeof NOTES)[number];

export type SourceCheck = {
  /** The record's source this one is, by its id or its address; null for a new one. */
  known: SourceRow | null;
  /** Claims of the same subject that rest on the same source or on another copy of the same origin. */
  sameOrigin: string[];
};

export type Comparison = {
  asOf: Moment;
  /** What it counts and how: equal for claims that compete wherever their moments meet. */
  question: string;
  /** The proposal as it would count among them. */
  claim: Claim;
  existing: FigureRow[];
  /** Of another moment, counted in another way or of the same area: read beside it, in no range and no sum with it. */
  near: FigureRow[];
  /** Other claims about the workforce, for the reader who wonders whether the subject is the right one. */
  elsewhere: FigureRow[];
  before: AcceptedRange | null;
  duplicates: string[];
  /** Claims that count with which it shares no number. */
  contradicted: string[];
  sources: SourceCheck[];
  notes: Note[];
  impact: { required: 1 | 2; reasons: ImpactReason[] };
};

/** The proposed claim among the published ones of the same subject, measure and moment; null without a clock for its date. */
export function compare(subject: Subject, proposal: FigureProposal, kind: EntryKind): Comparison | null {
  const asOf = momentOf(proposal.asOf, offsetsOf(whereOf(subject), proposal.asOf.date));
  if (asOf === null) return null;
  const { record, action } = subject;
  const existing = sameClaims(subject, proposal).filter((figure) => meet(figure.asOf, asOf));
  const counted = { ...proposal, subject: "action", eventId: null, regionId: null } as const;
  const near = nearFigures({ near: counted, asOf, competing: existing }, record);
  const elsewhere = figuresOf(subject).filter((figure) => ![...existing, ...near].includes(figure));
  const claim = proposedClaim(proposal, asOf, action?.general ?? false);
  const regionId = action?.regionId ?? null;
  const question = claimKey(proposal, workforcesOf(record, proposal.actionId));
  return compared({ ...proposal, claim, kind }, { record, action, regionId, existing, near, elsewhere, question });
}

type Wider = { row: FigureRow; sources: readonly SourceProposal[]; mode: Mode | ""; kind: EntryKind };

/** The same for a figure that is of no single workforce: of a crowd, an event, a region or the whole wave. */
export function compareWider({ row, sources, mode, kind }: Wider, record: WaveRecord): Comparison {
  const action = record.actions.find(({ id }) => id === row.actionId) ?? null;
  const existing = competingWith(row, record.figures);
  const regionId = row.regionId ?? action?.regionId ?? null;
  const isOfSame = (figure: FigureRow) =>
    figure.state === "published" &&
    (["subject", "actionId", "eventId", "regionId"] as const).every((name) => figure[name] === row[name]);
  const near = nearFigures({ near: row, asOf: row.asOf, competing: existing }, record);
  const shown = new Set([...existing, ...near]);
  const elsewhere = record.figures.filter((figure) => isOfSame(figure) && !shown.has(figure));
  const claim = proposedClaim(row, row.asOf, action?.general ?? false);
  const { subject, eventId, measure, basis } = row;
  // The wave too: a region, and "the whole wave", are the same words in every wave.
  const wide = [record.wave.id, subject, eventId, row.regionId, measure, basis].join(" ");
  const question = action === null ? wide : claimKey(row, action.workforceIds);
  return compared({ claim, sources, mode, kind }, { record, action, regionId, existing, near, elsewhere, question });
}

type Proposed = { claim: Claim; sources: readonly SourceProposal[]; mode: Mode | ""; kind: EntryKind };
type Beside = {
  record: WaveRecord;
  action: ActionRow | null;
  regionId: string | null;
  existing: FigureRow[];
  near: FigureRow[];
  elsewhere: FigureRow[];
  question: string;
};

function workforcesOf({ actions }: WaveRecord, actionId: string): string[] {
  return actions.find(({ id }) => id === actionId)?.workforceIds ?? [];
}

function compared(proposed: Proposed, beside: Beside): Comparison {
  const { claim, kind } = proposed;
  const { quantity, measure, asOf } = claim;
  const { record, existing, near, elsewhere, question } = beside;
  const contradicted = existing
    .filter(({ standing, quantity: other }) => standing !== "deprecated" && !overlaps(other, quantity))
    .map(({ id }) => id);
  const sources = proposed.sources.map((source) => checkSource(record, source, existing));
  return {
    ...{ asOf, question, claim, existing, near, elsewhere, sources },
    before: rangeOf(existing),
    duplicates: existing.filter((figure) => isDuplicate(figure, quantity, sources)).map(({ id }) => id),
    contradicted,
    notes: notesOf(proposed, beside, contradicted),
    impact: approvalsRequired({ entryKind: kind, quantity, measure, existingHull: hullOf(existing) }),
  };
}

/** Published figures about the workforce: those that name it, and those of its actions that name none. */
export function figuresOf({ record, workforce }: Pick<Subject, "record" | "workforce">): FigureRow[] {
  const shared = new Set(actionsOf(record, workforce.id).map(({ id }) => id));
  return record.figures.filter(
    ({ state, workforceId, actionId }) =>
      state === "published" && (workforceId === null ? shared.has(actionId ?? "") : workforceId === workforce.id),
  );
}

/** Published figures of the proposal's subject, measure and basis, of whatever moment. */
function sameClaims({ record }: Subject, proposal: FigureProposal): FigureRow[] {
  const workforceIds = workforcesOf(record, proposal.actionId);
  const wanted = claimKey(proposal, workforceIds);
  return record.figures.filter((figure) => figure.state === "published" && claimKey(figure, workforceIds) === wanted);
}

type Claimed = Pick<FigureRow, "measure" | "basis" | "quantity" | "claimant" | "claimantName">;

/** The proposal as it would count; the id is none that a record can have. */
function proposedClaim(claimed: Claimed, asOf: Moment, general: boolean): Claim {
  const { measure, basis, quantity, claimant, claimantName = null } = claimed;
  return {
    ...{ id: "proposed", measure, basis, quantity, asOf, claimant, claimantName, general },
    ...{ standing: "normal", disputed: false },
  };
}

function rangeOf(claims: readonly Claim[]): AcceptedRange | null {
  const accepted = acceptedRange(claims);
  return "refused" in accepted ? null : accepted;
}

function checkSource(record: WaveRecord, source: SourceProposal, existing: readonly FigureRow[]): SourceCheck {
  const known = knownSource(record, source);
  if (known === null) return { known, sameOrigin: [] };
  const originOf = (id: string) => record.sources.find((row) => row.id === id)?.origin ?? id;
  const origin = known.origin ?? known.id;
  const rests = (figure: FigureRow) =>
    figure.citations.some(({ sourceId, contradicts }) => !contradicts && originOf(sourceId) === origin);
  return { known, sameOrigin: existing.filter(rests).map(({ id }) => id) };
}

/** The same source and the same numbers: told apart only by who sent it. */
function isDuplicate(figure: FigureRow, quantity: Quantity, sources: readonly SourceCheck[]): boolean {
  const cited = figure.citations.map(({ sourceId }) => sourceId);
  const { lower, upper, unknown } = figure.quantity;
  const isSameNumber = lower === quantity.lower && upper === quantity.upper && unknown === quantity.unknown;
  return isSameNumber && sources.some(({ known }) => known !== null && cited.includes(known.id));
}

function notesOf(
  { claim, sources, mode }: Proposed,
  { record, action, regionId }: Beside,
  contradicted: readonly string[],
): Note[] {
  const { quantity, asOf } = claim;
  const agree = quantity.words === null ? null : wordsAgree(quantity, quantity.words);
  const isSameNumber = quantity.words !== null && differInPrecision(quantity, quantity.words);
  const isTyped = mode === "number" || mode === "range";
  const regions = [regionId, null];
  const holds: Record<Note, boolean> = {
    contradicts_claims: contradicted.length > 0,
    words_differ: isTyped && agree === false && !isSameNumber,
    words_about: isTyped && isSameNumber,
    words_unread: mode === "words_only" && isUnknown(quantity),
    only_tier_two: restsOnTierTwo(record, sources),
    before_action: action !== null && asOf.latest < action.period.start.earliest,
    after_action: action?.period.end != null && asOf.earliest > action.period.end.latest,
    in_coverage_gap: record.coverageNotes.some(
      ({ cause, regionId, period }) => !isOfMethod(cause) && regions.includes(regionId) && meet(asOf, spanOf(period)),
    ),
    general_strike: claim.general,
  };
  return NOTES.filter((note) => holds[note]);
}

function spanOf({ start, end }: { start: Moment; end: Moment | null }): Moment {
  return { ...start, latest: end?.latest ?? start.latest };
}
