import type { Standing } from "./claim";
import type { RecordKind } from "./id";
import type { Texts } from "./texts";

/** What a moderator makes of a new claim when approving it: the first is what nobody needs to choose. */
export const CHOSEN_STANDINGS = ["normal", "preferred", "deprecated", "disputed"] as const;
export type ChosenStanding = (typeof CHOSEN_STANDINGS)[number];

/** What can be chosen for a new record of this kind: only claims have a standing, and a size is never disputed. */
export function standingsFor(kind: RecordKind): readonly ChosenStanding[] {
  if (kind === "figure") return CHOSEN_STANDINGS;
  return kind === "workforce_size" ? ["normal", "preferred", "deprecated"] : [];
}

/** The parts of a claim that say what weight it was given, and why. */
export type Weight = {
  standing: Standing;
  standingReason: Texts | null;
  disputed: boolean;
  disputeReason: Texts | null;
};

/** A dispute is no standing of its own: the claim stays in the range, which is then marked. A plain claim keeps no reason. */
export function weightOf(chosen: ChosenStanding, reason: Texts | null): Weight {
  const disputed = chosen === "disputed";
  const standing = disputed ? "normal" : chosen;
  const standingReason = standing === "normal" ? null : reason;
  return { standing, standingReason, disputed, disputeReason: disputed ? reason : null };
}

/** An approval, as far as it speaks for a standing; one given before there was a choice, or about no claim, speaks for none but the plain. */
export type Vote = { moderatorId: string; standing: ChosenStanding | null };

/** Of approvals in their order, those that stand for this choice: of each moderator the last word counts. */
export function agreeing<T extends Vote>(approvals: readonly T[], chosen: ChosenStanding): T[] {
  const lastWords = new Map(approvals.map((approval) => [approval.moderatorId, approval]));
  return [...lastWords.values()].filter(({ standing }) => (standing ?? "normal") === chosen);
}
