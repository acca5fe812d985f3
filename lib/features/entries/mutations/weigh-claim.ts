import { type ChosenStanding, standingsFor, type Weight, weightOf } from "@/lib/domain/chosen-standing";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Locale } from "@/lib/shared/i18n/locales";
import { approvalsAgreeing, type LockedEntry } from "./locked-entry";
import type { EntryRefusal } from "./refusal";

/** What an approval says beside that it is one. */
export type Said = { reason: string | null; reasonLanguage?: Locale; standing?: ChosenStanding };

/** What the approval makes of the claim, and every reason given for that; null for what is no claim. */
export type Weighed = { standing: ChosenStanding | null; weight: Weight; reasons: string[] };

/**
 * The standing chosen for a claim, with the reason readers will see: the moderator's own, or where they gave none that of
 * an approval that counts and chose the same. A standing that is not plain has one.
 */
export function weighClaim(entry: LockedEntry, actorId: string, said: Said): Weighed | EntryRefusal {
  const chosen = said.standing ?? "normal";
  const choices = entry.kind === "new_record" ? standingsFor(entry.recordKind) : [];
  if (chosen !== "normal" && !choices.includes(chosen)) return { refused: "standing_unfit" };
  const own = { reason: said.reason?.trim() || null, reasonLanguage: said.reasonLanguage ?? null };
  const agreeing = approvalsAgreeing(entry, actorId, chosen).toReversed();
  const told = [own, ...agreeing].flatMap(({ reason, reasonLanguage }) =>
    reason === null ? [] : [{ reason, language: reasonLanguage ?? "en" }],
  );
  const [first] = told;
  if (chosen !== "normal" && first === undefined) return { refused: "standing_reason" };
  return {
    standing: choices.length === 0 ? null : chosen,
    weight: weightOf(chosen, first === undefined ? null : { [first.language]: first.reason }),
    reasons: told.map(({ reason }) => reason),
  };
}

/** As the columns of a claim have it. */
export function weightColumns({ standing, standingReason, disputed, disputeReason }: Weight) {
  return {
    ...{ standing, standingReason: standingReason ?? Prisma.DbNull },
    ...{ disputed, disputeReason: disputeReason ?? Prisma.DbNull },
  };
}
