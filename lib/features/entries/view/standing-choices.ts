import { type AcceptedRange, acceptedRange } from "@/lib/domain/accepted";
import { type ChosenStanding, standingsFor, weightOf } from "@/lib/domain/chosen-standing";
import type { Claim } from "@/lib/domain/claim";
import { kindOf } from "@/lib/domain/record-diff";
import type { FigureRow } from "@/lib/domain/wave-record";
import type { EntryAbout } from "./entry-about";
import { competingWith } from "./impact";

/** What a moderator can make of a new claim, and the range that would then be accepted; null where there is none to tell. */
export type StandingChoice = { standing: ChosenStanding; range: AcceptedRange | null };

/** The choices for a proposed claim, the plain one first; none for what is no claim, nor for a change of one. */
export function standingChoices({ comparison, plain }: Pick<EntryAbout, "comparison" | "plain">): StandingChoice[] {
  if (comparison !== null) return choices([...comparison.existing], comparison.claim);
  const row = plain?.row ?? null;
  if (plain === null || row === null) return [];
  if (kindOf(row) === "figure") return choices(competingWith(row, plain.record.figures), row as FigureRow);
  return standingsFor(kindOf(row)).map((standing) => ({ standing, range: null }));
}

function choices(existing: readonly Claim[], claim: Claim): StandingChoice[] {
  return standingsFor("figure").map((standing) => {
    const weight = weightOf(standing, null);
    const weighed = { ...claim, standing: weight.standing, disputed: weight.disputed };
    const range = acceptedRange([...existing, weighed]);
    return { standing, range: "refused" in range ? null : range };
  });
}
