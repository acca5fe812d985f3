import { type AcceptedRange, acceptedRange } from "@/lib/domain/accepted";
import { type ChosenStanding, standingsFor, weightOf } from "@/lib/domain/chosen-standing";
import type { Claim } from "@/lib/domain/claim";
import { kindOf } from "@/lib/domain/record-diff";
import type { FigureRow } from "@/lib/domain/wave-record";
import { type HowAccepted, howAccepted } from "../../records/view/accepted-words";
import type { EntryAbout } from "./entry-about";
import { competingWith } from "./impact";

/** How readers are told of a range: in which words, and how many claims would be shown and not counted. */
type Told = { how: HowAccepted; others: number };
/** What a moderator can make of a new claim, and the range that would then be accepted; null where there is none to tell. */
export type StandingChoice = { standing: ChosenStanding } & ((Told & { range: AcceptedRange }) | { range: null });

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
    const claims = [...existing, weighed];
    const range = acceptedRange(claims);
    if ("refused" in range) return { standing, range: null };
    const counting = claims.filter((one) => one.standing !== "deprecated").length;
    const others = counting - range.unknownClaims.length - range.basedOn.length;
    return { standing, range, how: howAccepted(range, claims), others };
  });
}
