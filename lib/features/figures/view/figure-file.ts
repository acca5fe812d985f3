import type { UnknownReason } from "@/lib/domain/quantity";
import type { FigureRow } from "@/lib/domain/wave-record";
import { FIGURE_COLUMNS } from "@/lib/shared/files/figure-columns";
import { bareNumber, isoTime } from "./view-context";

const COLUMNS = Object.keys(FIGURE_COLUMNS);

/** Of a mark whose figures have rows of their own. */
export const NO_FIGURE = COLUMNS.map(() => "");

/** Of a mark nobody gave a figure for: the file says so, as everywhere else. */
const noClaim: UnknownReason = "not_reported";
export const NOT_REPORTED = COLUMNS.map((column) => (column === "unknown" ? noClaim : ""));

export function figureFields(figure: FigureRow): string[] {
  const { quantity, asOf } = figure;
  return [
    figure.measure,
    figure.basis,
    bareNumber(quantity.lower),
    bareNumber(quantity.upper),
    quantity.unit,
    String(quantity.approximate),
    quantity.unknown ?? "",
    isoTime(asOf.earliest),
    isoTime(asOf.latest),
    asOf.precision,
    figure.claimant,
    figure.claimantNames?.en ?? figure.claimantName ?? "",
    figure.standing,
    String(figure.disputed),
    quantity.words ?? "",
    figure.citations.map((citation) => citation.sourceId).join(" "),
  ];
}
