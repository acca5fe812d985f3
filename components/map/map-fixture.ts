import type { MapLabels, MapMarker, MapRegion, MapShapes } from "./map-types";

/** A made-up country of four squares and one city, for tests only. */
const square = (x: number) => `M${x},10h80v80h-80Z`;

const codes = ["XX-A", "XX-B", "XX-C", "XX-D"];

export const testShapes: MapShapes = {
  width: 400,
  height: 100,
  viewBox: "0 0 400 100",
  regions: codes.map((code, index) => ({
    code,
    path: square(index * 95 + 10),
    centroid: [index * 95 + 50, 50],
    labelPoint: [index * 95 + 50, 50],
    room: 40,
    otherPoints: [],
  })),
  localities: {
    port: { x: 30, y: 30, side: "e" },
    mine: { x: 130, y: 30, side: "e" },
    city: { x: 330, y: 50, side: "w" },
  },
  markers: [{ code: "XX-T", localityId: "city", x: 330, y: 50 }],
};

export const testRegions: MapRegion[] = [
  { code: "XX-A", name: "Region A", shortName: "A", href: "/a", states: ["strike"], summary: "Since Monday" },
  { code: "XX-B", name: "Region B", shortName: "B", href: "/b", states: ["rally", "no_coverage"], summary: "" },
  { code: "XX-C", name: "Region C", shortName: "C", href: "/c", states: ["strike", "rally"], summary: "" },
  { code: "XX-D", name: "Region D", shortName: "D", href: "/d", states: ["nothing_reported"], summary: "" },
  { code: "XX-T", name: "City T", shortName: "T", href: "/t", states: ["state_action"], summary: "" },
];

export const testMarkers: MapMarker[] = [
  { localityId: "port", name: "Port", href: "/port", kind: "rally", sizeLabel: "300–1,000", lower: 300, upper: 1000 },
  { localityId: "mine", name: "Mine", href: "/mine", kind: "strike", sizeLabel: null, lower: null, upper: null },
];

export const testLabels: MapLabels = {
  states: {
    strike: "strike",
    rally: "rally",
    state_action: "state action",
    nothing_reported: "nothing reported",
    no_coverage: "no coverage",
  },
  kinds: { strike: "strike", rally: "rally", both: "strike and rally", state_action: "state action", place: "place" },
  sizeUnknown: "no one has reported a number",
  possible: "possible",
  skip: "Skip the map",
  note: "Cities are shown as markers",
  list: "Regions by number",
};
