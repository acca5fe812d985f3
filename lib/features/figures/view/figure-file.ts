import type { UnknownReason } from "@/lib/domain/quantity";
import type { FigureRow } from "@/lib/domain/wave-record";
import { bareNumber, isoTime } from "./view-context";

/** The columns of a figure in every file, in the domain's words. */
export const FIGURE_COLUMNS = [
  "measure",
  "basis",
  "lower",
  "upper",
  "unit",
  "approximate",
  "unknown",
  "as_of_earliest",
  "as_of_latest",
  "as_of_precision",
  "claimant",
  "claimant_name",
  "standing",
  "disputed",
  "words",
  "source_ids",
];

/** Of a mark whose figures have rows of their own. */
export const NO_FIGURE = FIGURE_COLUMNS.map(() => "");

/** Of a mark nobody gave a figure for: the file says so, as everywhere else. */
const noClaim: UnknownReason = "not_reported";
export const NOT_REPORTED = FIGURE_COLUMNS.map((column) => (column === "unknown" ? noClaim : ""));

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
