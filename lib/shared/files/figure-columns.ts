/** The columns of a figure in every file, in the domain's words. */
export const FIGURE_COLUMNS = {
  measure: { from: ["Figure.measure"], hxl: "#indicator+code" },
  basis: { from: ["Figure.basis"], hxl: "#indicator+basis" },
  lower: { from: ["Figure.lower"], hxl: "#indicator+value+min+num", unit: "unit_column" },
  upper: { from: ["Figure.upper"], hxl: "#indicator+value+max+num", unit: "unit_column" },
  unit: { from: ["Figure.unit"], hxl: "#indicator+unit" },
  approximate: { from: ["Figure.approximate"], hxl: "#indicator+value+approximate" },
  unknown: { from: ["Figure.unknown"], hxl: "#indicator+value+unknown" },
  as_of_earliest: { from: ["Figure.asOfEarliest"], hxl: "#date+occurred+earliest" },
  as_of_latest: { from: ["Figure.asOfLatest"], hxl: "#date+occurred+latest" },
  as_of_precision: { from: ["Figure.asOfPrecision"], hxl: "#date+occurred+precision" },
  claimant: { from: ["Figure.claimant"], hxl: "#org+claimant+type" },
  claimant_name: { from: ["Figure.claimantName"], hxl: "#org+claimant+name" },
  standing: { from: ["Figure.standing"], hxl: "#status+standing" },
  disputed: { from: ["Figure.disputed"], hxl: "#status+disputed" },
  words: { from: ["Figure.words"], hxl: "#description+quote" },
  source_ids: { from: ["Citation.sourceId"], hxl: "#meta+source+ids", type: "ids" },
} as const;
