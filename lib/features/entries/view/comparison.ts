import { type AcceptedRange, acceptedRange } from "@/lib/domain/accepted";
import type { Claim } from "@/lib/domain/claim";
import { claimKey } from "@/lib/domain/claim-subject";
import { isOfMethod } from "@/lib/domain/coverage";
import { approvalsRequired, type EntryKind, type ImpactReason } from "@/lib/domain/impact";
import type { Moment } from "@/lib/domain/moment";
import { isUnknown, overlaps } from "@/lib/domain/quantity";
import type { FigureRow, SourceRow } from "@/lib/domain/wave-record";
import type { FigureProposal } from "../schema/proposal";
import { wordsAgree } from "../schema/quantity";
import { meet, momentOf, offsetsOf } from "./as-of";
import { actionsOf, type Subject, whereOf } from "./figure-place";
import { hullOf } from "./impact";
import { knownSource, restsOnTierTwo } from "./known-source";

/** What a moderator should look at before deciding; each is a text of `entries.notes`. */
export const NOTES = [
  "contradicts_claims",
  "words_differ",
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
  /** The proposal as it would count among them. */
  claim: Claim;
  existing: FigureRow[];
  /** Other claims about the workforce, for the reader who wonders whether the subject is the right one. */
  elsewhere: FigureRow[];
  before: AcceptedRange | null;
  duplicates: string[];
  sources: SourceCheck[];
  notes: Note[];
  impact: { required: 1 | 2; reasons: ImpactReason[] };
};

/** The proposed claim among the published ones of the same subject, measure and moment; null without a clock for its date. */
export function compare(subject: Subject, proposal: FigureProposal, kind: EntryKind): Comparison | null {
  const asOf = momentOf(proposal.asOf, offsetsOf(whereOf(subject), proposal.asOf.date));
  if (asOf === null) return null;
  const existing = sameClaims(subject, proposal).filter((figure) => meet(figure.asOf, asOf));
  const sources = proposal.sources.map((_, slot) => checkSource(subject, proposal, existing, slot));
  const { quantity, measure } = proposal;
  const claim = proposedClaim(subject, proposal, asOf);
  return {
    ...{ asOf, claim, existing },
    elsewhere: figuresOf(subject).filter((figure) => !existing.includes(figure)),
    before: rangeOf(existing),
    duplicates: existing.filter((figure) => isDuplicate(figure, proposal, sources)).map(({ id }) => id),
    sources,
    notes: notesOf(subject, proposal, { asOf, existing }),
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
  const workforceIds = record.actions.find(({ id }) => id === proposal.actionId)?.workforceIds ?? [];
  const wanted = claimKey(proposal, workforceIds);
  return record.figures.filter((figure) => figure.state === "published" && claimKey(figure, workforceIds) === wanted);
}

/** The proposal as it would count; the id is none that a record can have. */
function proposedClaim({ action }: Subject, proposal: FigureProposal, asOf: Moment): Claim {
  const { measure, basis, quantity, claimant, claimantName } = proposal;
  return {
    ...{ id: "proposed", measure, basis, quantity, asOf, claimant, claimantName },
    ...{ standing: "normal", disputed: false, general: action?.general ?? false },
  };
}

function rangeOf(claims: readonly Claim[]): AcceptedRange | null {
  const accepted = acceptedRange(claims);
  return "refused" in accepted ? null : accepted;
}

function checkSource(
  { record }: Subject,
  { sources }: FigureProposal,
  existing: readonly FigureRow[],
  slot: number,
): SourceCheck {
  const source = sources[slot];
  const known = source === undefined ? null : knownSource(record, source);
  if (known === null) return { known, sameOrigin: [] };
  const originOf = (id: string) => record.sources.find((row) => row.id === id)?.origin ?? id;
  const origin = known.origin ?? known.id;
  const rests = (figure: FigureRow) =>
    figure.citations.some(({ sourceId, contradicts }) => !contradicts && originOf(sourceId) === origin);
  return { known, sameOrigin: existing.filter(rests).map(({ id }) => id) };
}

/** The same source and the same numbers: told apart only by who sent it. */
function isDuplicate(figure: FigureRow, { quantity }: FigureProposal, sources: readonly SourceCheck[]): boolean {
  const cited = figure.citations.map(({ sourceId }) => sourceId);
  const { lower, upper, unknown } = figure.quantity;
  const isSameNumber = lower === quantity.lower && upper === quantity.upper && unknown === quantity.unknown;
  return isSameNumber && sources.some(({ known }) => known !== null && cited.includes(known.id));
}

type Found = { asOf: Moment; existing: readonly FigureRow[] };

function notesOf({ record, action }: Subject, proposal: FigureProposal, { asOf, existing }: Found): Note[] {
  const { quantity, mode } = proposal;
  const counted = existing.filter(({ standing }) => standing !== "deprecated");
  const agree = quantity.words === null ? null : wordsAgree(quantity, quantity.words);
  const regions = [action?.regionId ?? null, null];
  const holds: Record<Note, boolean> = {
    contradicts_claims: counted.some((claim) => !overlaps(claim.quantity, quantity)),
    words_differ: (mode === "number" || mode === "range") && agree === false,
    words_unread: mode === "words_only" && isUnknown(quantity),
    only_tier_two: restsOnTierTwo(record, proposal.sources),
    before_action: action !== null && asOf.latest < action.period.start.earliest,
    after_action: action?.period.end != null && asOf.earliest > action.period.end.latest,
    in_coverage_gap: record.coverageNotes.some(
      ({ cause, regionId, period }) => !isOfMethod(cause) && regions.includes(regionId) && meet(asOf, spanOf(period)),
    ),
    general_strike: action?.general ?? false,
  };
  return NOTES.filter((note) => holds[note]);
}

function spanOf({ start, end }: { start: Moment; end: Moment | null }): Moment {
  return { ...start, latest: end?.latest ?? start.latest };
}
