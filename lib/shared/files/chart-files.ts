import { FIGURE_COLUMNS } from "./figure-columns";

const COVERAGE = { from: ["CoverageNote.id"], hxl: "#meta+coverage+ids", type: "ids" } as const;
const NOT_KNOWN = { from: ["Action.id"], type: "ids", meaning: "not_known_whether_on" } as const;
const SHARE = { type: "number", unit: "percent" } as const;
const STRIKING = { type: "count", unit: "workforces" } as const;
const WITHOUT_PLACE = { type: "count", unit: "actions", meaning: "without_place" } as const;

/** How many regions or places a kind of action was in on a day, and where. */
function reached<Kind extends "strike" | "rally", Unit extends "regions" | "places">(kind: Kind, unit: Unit) {
  const hxl = `#activity+${kind}+${unit}` as const;
  return {
    [`${kind}_${unit}_lower`]: { hxl: `${hxl}+min+num`, type: "count", unit, meaning: `reached_${unit}_lower` },
    [`${kind}_${unit}_upper`]: { hxl: `${hxl}+max+num`, type: "count", unit, meaning: `reached_${unit}_upper` },
    [`${kind}_${unit}_ids`]: {
      from: [unit === "regions" ? "Region.id" : "Locality.id"],
      hxl: `${hxl}+ids`,
      type: "ids",
      meaning: `reached_${unit}_ids`,
    },
  } as const;
}

/** Percent of the population that lives where a kind of action was on a day. */
function populationShare<Kind extends "strike" | "rally">(kind: Kind) {
  const hxl = `#population+${kind}+share` as const;
  return {
    [`${kind}_population_share_lower`]: { ...SHARE, hxl: `${hxl}+min+num`, meaning: "population_share_lower" },
    [`${kind}_population_share_upper`]: { ...SHARE, hxl: `${hxl}+max+num`, meaning: "population_share_upper" },
  } as const;
}

/** What each chart shows, mark by mark. */
export const CHART_FILES = {
  participation: {
    workforce_id: { from: ["Workforce.id"], hxl: "#group+workforce+id" },
    workforce: { from: ["Workforce.names"], hxl: "#group+workforce+name", meaning: "workforce_name" },
    employer: { from: ["Employer.names"], hxl: "#org+employer+name", meaning: "employer_name" },
    place: { from: ["Workforce.localityId", "Workforce.regionId"], hxl: "#loc+name", type: "text" },
    mark: { hxl: "#meta+mark+type", type: "code", values: ["strike", "figure"] },
    record_id: { from: ["Record.id"], hxl: "#meta+record+id" },
    start_earliest: { from: ["Action.startEarliest"], hxl: "#date+start+earliest" },
    start_latest: { from: ["Action.startLatest"], hxl: "#date+start+latest" },
    last_known_at: { from: ["Action.lastKnownAt"], hxl: "#date+last_known" },
    end_earliest: { from: ["Action.endEarliest"], hxl: "#date+end+earliest" },
    end_latest: { from: ["Action.endLatest"], hxl: "#date+end+latest" },
    open_end: { from: ["Action.openEnd"], hxl: "#status+open_end" },
    solidarity: { from: ["Action.solidarity"], hxl: "#activity+solidarity", meaning: "is_solidarity" },
    stoppage: { from: ["Action.stoppage"], hxl: "#activity+stoppage" },
    certainty: { from: ["Action.certainty"], hxl: "#status+certainty" },
    ...FIGURE_COLUMNS,
    coverage_note_ids: COVERAGE,
  },
  reach: {
    day: { hxl: "#date", type: "day" },
    ...reached("strike", "regions"),
    ...reached("strike", "places"),
    ...reached("rally", "regions"),
    ...reached("rally", "places"),
    ...populationShare("strike"),
    ...populationShare("rally"),
    strike_workforces_lower: { ...STRIKING, hxl: "#group+striking+min+num" },
    strike_workforces_upper: { ...STRIKING, hxl: "#group+striking+max+num" },
    strike_workforce_people_lower: { hxl: "#population+striking+min+num", type: "number", unit: "people" },
    strike_workforce_people_upper: { hxl: "#population+striking+max+num", type: "number", unit: "people" },
    strike_workforce_share_lower: { ...SHARE, hxl: "#population+striking+share+min+num" },
    strike_workforce_share_upper: { ...SHARE, hxl: "#population+striking+share+max+num" },
    strike_workforces_without_size: { ...STRIKING, hxl: "#group+striking+without_size+num" },
    strikes_without_workforce: { type: "count", unit: "actions", hxl: "#activity+strike+unnamed+num" },
    strike_not_known_whether_on: { ...NOT_KNOWN, hxl: "#activity+strike+unknown+ids" },
    rally_not_known_whether_on: { ...NOT_KNOWN, hxl: "#activity+rally+unknown+ids" },
    strike_without_place: { ...WITHOUT_PLACE, hxl: "#activity+strike+unplaced+num" },
    rally_without_place: { ...WITHOUT_PLACE, hxl: "#activity+rally+unplaced+num" },
    coverage_note_ids: COVERAGE,
  },
  crowds: {
    day: { hxl: "#date", type: "day" },
    subject: { from: ["Figure.subject"], hxl: "#meta+subject+type" },
    subject_id: { from: ["Action.id", "Region.id", "Wave.id"], hxl: "#meta+subject+id", type: "id" },
    place: { from: ["Locality.names", "Region.names"], hxl: "#loc+name" },
    record_id: { from: ["Record.id"], hxl: "#meta+record+id" },
    ...FIGURE_COLUMNS,
    coverage_note_ids: COVERAGE,
  },
} as const;
