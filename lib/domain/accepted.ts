import type { Claim } from "./claim";
import type { Basis, Measure } from "./measure";
import { hull, isUnknown, overlaps, type Unit, type UnknownReason } from "./quantity";

/** Why a range is disputed, with the claims (readable ids) that make it so. */
export type DisputeReason =
  | { code: "claimants_disagree"; claims: readonly [string, string] }
  | { code: "flagged_by_moderator"; claims: readonly [string] };

/** What is accepted of one (subject, measure, as-of). Both ends null means unknown, and then `unknown` says why. */
export type AcceptedRange = {
  measure: Measure;
  basis: Basis;
  general: boolean;
  lower: number | null;
  upper: number | null;
  unit: Unit;
  approximate: boolean;
  unknown: UnknownReason | null;
  /** Claims the range is the hull of. */
  basedOn: string[];
  /** Claims that say that nobody can say. They neither narrow nor widen the range. */
  unknownClaims: string[];
  disputed: boolean;
  disputeReasons: DisputeReason[];
  /** Standing of the claims in `basedOn`; null when the range rests on none. */
  standingUsed: "preferred" | "normal" | null;
};

export type AcceptedRefusal = "no_claims" | "mixed_measures" | "mixed_bases" | "mixed_units" | "mixed_general";
export type AcceptedResult = AcceptedRange | { refused: AcceptedRefusal };

/**
 * The accepted range of one (subject, measure, as-of): the hull of the preferred claims, or of the normal ones if none
 * is preferred. The caller passes the claims of one subject and one moment only.
 *
 * - Deprecated claims never count, not even in a dispute.
 * - Unknown claims are set aside first: a preferred "withheld" does not erase a normal number.
 * - A disputed claim stays in the hull, for only its standing may take it out; the range is then marked disputed.
 *   So the one claim there is, disputed, gives a range that is marked disputed.
 * - Disputed also when any two standing claims of different claimants share no number, preferred or not: a moderator's
 *   preference settles what is shown, not what others say.
 * - No known claim: unknown, with the reason most worth telling; all deprecated: `no_source`.
 */
export function acceptedRange(claims: readonly Claim[]): AcceptedResult {
  const first = claims[0];
  if (first === undefined) return { refused: "no_claims" };
  const refused = mixture(claims, first);
  if (refused !== null) return { refused };
  const standing = claims.filter((claim) => claim.standing !== "deprecated");
  const known = standing.filter((claim) => !isUnknown(claim.quantity));
  const preferred = known.filter((claim) => claim.standing === "preferred");
  const used = preferred.length > 0 ? preferred : known;
  const whole = hull(used.map((claim) => claim.quantity));
  const unknownClaims = standing.filter((claim) => isUnknown(claim.quantity));
  const disputeReasons = [...disagreements(known), ...flags(standing)];
  return {
    measure: first.measure,
    basis: first.basis,
    general: first.general,
    lower: whole?.lower ?? null,
    upper: whole?.upper ?? null,
    unit: first.quantity.unit,
    approximate: whole?.approximate ?? false,
    unknown: whole === null ? reasonOf(unknownClaims) : whole.unknown,
    basedOn: used.map((claim) => claim.id),
    unknownClaims: unknownClaims.map((claim) => claim.id),
    disputed: disputeReasons.length > 0,
    disputeReasons,
    standingUsed: used.length === 0 ? null : preferred.length > 0 ? "preferred" : "normal",
  };
}

function mixture(claims: readonly Claim[], first: Claim): AcceptedRefusal | null {
  if (claims.some((claim) => claim.measure !== first.measure)) return "mixed_measures";
  if (claims.some((claim) => claim.basis !== first.basis)) return "mixed_bases";
  if (claims.some((claim) => claim.quantity.unit !== first.quantity.unit)) return "mixed_units";
  if (claims.some((claim) => claim.general !== first.general)) return "mixed_general";
  return null;
}

function disagreements(known: readonly Claim[]): DisputeReason[] {
  return known.flatMap((a, index) =>
    known
      .slice(index + 1)
      .filter((b) => areDifferentClaimants(a, b) && !overlaps(a.quantity, b.quantity))
      .map((b): DisputeReason => ({ code: "claimants_disagree", claims: [a.id, b.id] })),
  );
}

// Of two claimants of one kind, only names can tell them apart; an unnamed one may be the same.
function areDifferentClaimants(a: Claim, b: Claim): boolean {
  if (a.claimant !== b.claimant) return true;
  const [nameA, nameB] = [a.claimantName ?? null, b.claimantName ?? null];
  return nameA !== null && nameB !== null && nameA !== nameB;
}

function flags(standing: readonly Claim[]): DisputeReason[] {
  return standing
    .filter((claim) => claim.disputed)
    .map((claim): DisputeReason => ({ code: "flagged_by_moderator", claims: [claim.id] }));
}

// Reasons that tell the reader most come first: somebody hides it, nobody could look, nobody wrote it, no source is left.
const REASON_ORDER: readonly UnknownReason[] = ["withheld", "blackout", "not_reported"];

function reasonOf(claims: readonly Claim[]): UnknownReason {
  const preferred = claims.filter((claim) => claim.standing === "preferred");
  const reasons = (preferred.length > 0 ? preferred : claims).map((claim) => claim.quantity.unknown);
  return REASON_ORDER.find((reason) => reasons.includes(reason)) ?? "no_source";
}
