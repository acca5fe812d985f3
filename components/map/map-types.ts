import type { LabelSide, MapShapes } from "@/lib/domain/map-shapes";

export type { LabelSide, MapShapes };

export type MapState = "strike" | "rally" | "state_action" | "nothing_reported" | "no_coverage";
export type MarkerKind = "strike" | "rally" | "both" | "state_action" | "place";

export type MapRegion = {
  code: string;
  name: string;
  shortName: string;
  href: string;
  states: readonly MapState[];
  /** Those of `states` that are only possible: painted paler. */
  possible?: readonly MapState[];
  /** Something began earlier, and no one has said whether it went on. */
  notKnownWhetherOn?: boolean;
  /** The states in words where they are more than their names. */
  words?: string;
  summary: string;
};

export type MapMarker = {
  localityId: string;
  name: string;
  href: string;
  kind: MarkerKind;
  /** Drawn paler and without its number. */
  possible?: boolean;
  sizeLabel: string | null;
  lower: number | null;
  upper: number | null;
};

export type MapLabels = {
  states: Readonly<Record<MapState, string>>;
  kinds: Readonly<Record<MarkerKind, string>>;
  /** Said of a marker without a figure: "no one has reported a number". */
  sizeUnknown: string;
  /** Said of a marker that is only possible. */
  possible: string;
  skip: string;
  /** "Cities of republican significance are shown as markers"; empty where the map needs no note. */
  note: string;
  /** Heading of the numbered list that stands for the names on a narrow map. */
  list: string;
};
