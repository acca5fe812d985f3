export type MapState = "strike" | "rally" | "state_action" | "nothing_reported" | "no_coverage";
export type MarkerKind = "strike" | "rally" | "both" | "state_action" | "place";
export type LabelSide = "e" | "w" | "ne" | "se" | "nw" | "sw" | "n" | "s";

/** What a module of lib/generated/map exports. */
export type MapShapes = {
  readonly width: number;
  readonly height: number;
  readonly viewBox: string;
  readonly regions: readonly {
    readonly code: string;
    readonly path: string;
    readonly centroid: readonly [number, number];
    readonly labelPoint: readonly [number, number];
    /** Radius of the largest circle round `labelPoint` that stays inside the region. */
    readonly room: number;
    /** Where a name may stand when `labelPoint` is taken: x, y and room. */
    readonly otherPoints: readonly (readonly [number, number, number])[];
  }[];
  readonly localities: Readonly<Record<string, { readonly x: number; readonly y: number; readonly side: LabelSide }>>;
  /** Regions drawn as a marker, because their ground is too small to press. */
  readonly markers: readonly {
    readonly code: string;
    readonly localityId: string;
    readonly x: number;
    readonly y: number;
  }[];
};

export type MapRegion = {
  code: string;
  name: string;
  shortName: string;
  href: string;
  states: readonly MapState[];
  /** Those of `states` that are only possible: painted paler. */
  possible?: readonly MapState[];
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
  /** "Cities of republican significance are shown as markers". */
  note: string;
  /** Heading of the numbered list that stands for the names on a narrow map. */
  list: string;
};
