import type { Denial } from "@/lib/domain/can";

/** Why nothing was withheld, confirmed or lifted. Each is expected, and each has its own words on the page. */
export type WithholdingRefusal = {
  refused:
    | Denial
    | "gone"
    | "already_withheld"
    | "already_retracted"
    | "nothing_to_withhold"
    | "ended"
    | "lapsed"
    | "proposals_busy";
};
export type WithholdingResult = { withholdingId: string } | WithholdingRefusal;
