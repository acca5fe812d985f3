export type LabelSide = "e" | "w" | "ne" | "se" | "nw" | "sw" | "n" | "s";

export type RegionShape = {
  readonly code: string;
  readonly path: string;
  readonly centroid: readonly [number, number];
  readonly labelPoint: readonly [number, number];
  /** Radius of the largest circle round `labelPoint` that stays inside the region. */
  readonly room: number;
  /** Where a name may stand when `labelPoint` is taken: x, y and room. */
  readonly otherPoints: readonly (readonly [number, number, number])[];
};

/** A box for regions too far away to be drawn where they lie. */
export type MapInset = {
  readonly codes: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The map of a country as pages draw it: a generated module, or what was imported. */
export type MapShapes = {
  readonly width: number;
  readonly height: number;
  readonly viewBox: string;
  readonly regions: readonly RegionShape[];
  readonly localities: Readonly<Record<string, { readonly x: number; readonly y: number; readonly side: LabelSide }>>;
  /** Regions drawn as a marker, because their ground is too small to press. */
  readonly markers: readonly {
    readonly code: string;
    readonly localityId: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly insets?: readonly MapInset[];
  /** Where an imported map comes from; absent on the product's own, which the page of credits names. */
  readonly credit?: string;
};

/** A conic equal-area projection as numbers, so that a place recorded later can be put on a map drawn before. */
export type MapFrame = {
  readonly parallels: readonly [number, number];
  readonly rotate: readonly [number, number];
  readonly scale: number;
  readonly translate: readonly [number, number];
};

/** A map as it is imported: without the localities, which are recorded at any time. */
export type ImportedMap = Omit<MapShapes, "localities" | "markers"> & {
  readonly frames: readonly MapFrame[];
  /** By region code, the place in `frames` of the one it is drawn in. */
  readonly frameOf: Readonly<Record<string, number>>;
};
