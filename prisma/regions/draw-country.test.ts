import { geoConicEqualArea } from "d3-geo";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withLocalities } from "@/lib/features/waves/data/shapes";
import { MOST_BYTES, readTopology, unitsOf } from "./country-units";
import { drawCountry } from "./draw-country";
import type { Outline } from "./far-parts";

/** A square of so many degrees with its south-west corner there. */
function square(code: string, lon: number, lat: number, size = 2): Outline {
  const corners = [
    [lon, lat],
    [lon, lat + size],
    [lon + size, lat + size],
    [lon + size, lat],
    [lon, lat],
  ];
  return { code, polygons: [[corners]] };
}

function boundsOf(path: string): { left: number; right: number; top: number; bottom: number } {
  const points = path.split("M").filter(Boolean).flatMap(pointsOf);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Corners of an outline written in steps, as `relativePath` writes it. */
function pointsOf(outline: string): [number, number][] {
  const numbers = (outline.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  let at: [number, number] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    at = [at[0] + (numbers[index * 2] ?? 0), at[1] + (numbers[index * 2 + 1] ?? 0)];
    return at;
  });
}

describe("a country drawn", () => {
  it("keeps neighbours in one frame and puts what lies far away into a box that holds it", () => {
    const { map, notDrawn } = drawCountry([square("A", 0, 45), square("B", 3, 46), square("Z", 55, -21, 0.5)]);
    expect(map.insets?.map(({ codes }) => codes)).toEqual([["Z"]]);
    expect(notDrawn).toEqual([]);
    const [box] = map.insets ?? [];
    const far = boundsOf(map.regions.find(({ code }) => code === "Z")?.path ?? "");
    expect(far.left).toBeGreaterThan(box?.x ?? 0);
    expect(far.right).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
    expect(far.top).toBeGreaterThan(box?.y ?? 0);
    expect(far.bottom).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
    expect(Math.max(boundsOf(map.regions[0]?.path ?? "").bottom)).toBeLessThan(box?.y ?? 0);
  });

  it("draws across the date line in one frame, and names far parts of a region that it leaves off", () => {
    const { map } = drawCountry([square("A", 177, -18), square("B", -180, -18)]);
    expect(map.insets).toEqual([]);
    const far = square("A", 60, 0, 0.2).polygons;
    const own = square("A", 0, 45);
    expect(drawCountry([{ ...own, polygons: [...own.polygons, ...far] }]).notDrawn).toEqual([{ code: "A", parts: 1 }]);
  });

  it("keeps everything on the paper, wherever on the globe", () => {
    const places = fc.tuple(fc.integer({ min: -175, max: 170 }), fc.integer({ min: -60, max: 60 }));
    fc.assert(
      fc.property(fc.uniqueArray(places, { minLength: 1, maxLength: 5 }), (corners) => {
        const { map } = drawCountry(corners.map(([lon, lat], index) => square(`R${index}`, lon, lat)));
        expect(map.regions).toHaveLength(corners.length);
        for (const { path, labelPoint } of map.regions) {
          const { left, right, top, bottom } = boundsOf(path);
          expect(Math.min(left, top, ...labelPoint)).toBeGreaterThanOrEqual(0);
          expect(Math.max(right, labelPoint[0])).toBeLessThanOrEqual(map.width);
          expect(Math.max(bottom, labelPoint[1])).toBeLessThanOrEqual(map.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("places a locality that is recorded later inside its own region, in a box too", () => {
    const { map } = drawCountry([square("A", 0, 45), square("Z", 55, -21, 0.5)]);
    const locality = (id: string, regionId: string, [longitude, latitude]: [number, number]) => ({
      ...{ id, names: {}, kind: "city", latitude, longitude, note: null, spellings: [] },
      regions: [{ regionId, validFrom: null, validTo: null }],
    });
    const localities = [
      locality("here", "A", [1, 46]),
      locality("far", "Z", [55.2, -20.8]),
      locality("none", "Q", [1, 46]),
    ];
    const shapes = withLocalities(map, { firstDay: "2030-01-01", localities });
    expect(Object.keys(shapes.localities)).toEqual(["here", "far"]);
    for (const [id, code] of [
      ["here", "A"],
      ["far", "Z"],
    ] as const) {
      const { left, right, top, bottom } = boundsOf(map.regions.find((one) => one.code === code)?.path ?? "");
      const at = shapes.localities[id];
      expect(at && at.x > left && at.x < right && at.y > top && at.y < bottom).toBe(true);
    }
  });
});

describe("countries of the map package", () => {
  it.each([
    ["FR", true, 18, [["FR-973"], ["FR-971", "FR-972"], ["FR-974"], ["FR-976"]]],
    ["US", false, 51, [["US-AK"], ["US-HI"]]],
  ] as const)(
    "%s is drawn whole, in the budget, with what is far away in boxes",
    (country, firstLevel, count, boxes) => {
      const topology = readTopology(country);
      if (topology === null) throw new Error(`No map of ${country}.`);
      const { joining, regions, drawn, bytes } = unitsOf(topology, { country, firstLevel, named: {} });
      expect(joining.left).toEqual([]);
      expect(regions).toHaveLength(count);
      expect(drawn.map.insets?.map(({ codes }) => codes)).toEqual(boxes);
      expect(bytes).toBeLessThan(MOST_BYTES);
    },
  );

  it("has none of a country that is none", () => {
    expect(readTopology("ZZ")).toBeNull();
  });
});

it("takes a frame for the projection it was drawn by", () => {
  const { map } = drawCountry([square("A", 10, 50)]);
  const [frame] = map.frames;
  const projection = geoConicEqualArea();
  if (frame) {
    projection
      .parallels([...frame.parallels])
      .rotate([...frame.rotate])
      .scale(frame.scale)
      .translate([...frame.translate]);
  }
  const corner = projection([10, 50]);
  const { left, bottom } = boundsOf(map.regions[0]?.path ?? "");
  expect(corner?.[0]).toBeCloseTo(left, 0);
  expect(Math.abs((corner?.[1] ?? 0) - bottom)).toBeLessThan(12);
});
