import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relativePath } from "@/lib/server/launch/relative-path";
import { extractAround } from "./map-extract";
import { testShapes } from "./map-fixture";
import { pathBounds } from "./path-bounds";

const tenths = fc.integer({ min: -4000, max: 9000 }).map((value) => value / 10);
const points = fc.array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 12 });

describe("the box round an outline", () => {
  it("is that of its points, however the outline is written", () => {
    fc.assert(
      fc.property(points, points, (first, second) => {
        const ring = (of: typeof first) => `M${of.map(([x, y]) => `${x},${y}`).join("L")}Z`;
        const bounds = pathBounds(relativePath(ring(first) + ring(second)));
        const all = [...first, ...second];
        const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
        expect(bounds?.left).toBeCloseTo(Math.min(...xs), 6);
        expect(bounds?.right).toBeCloseTo(Math.max(...xs), 6);
        expect(bounds?.top).toBeCloseTo(Math.min(...ys), 6);
        expect(bounds?.bottom).toBeCloseTo(Math.max(...ys), 6);
      }),
    );
  });

  it("reads lines along one side too, and is none of an empty outline", () => {
    expect(pathBounds("M10,20h30v-5H4V50z")).toEqual({ left: 4, right: 40, top: 15, bottom: 50 });
    expect(pathBounds("")).toBeNull();
  });
});

describe("the map round a region", () => {
  it("has the whole of it within, its neighbours as far as they are seen, and no place beyond", () => {
    const extract = extractAround(testShapes, "XX-B");
    if (extract === null) throw new Error("No extract");
    const [, scale = 0, left = 0, top = 0] =
      /^scale\(([\d.]+)\) translate\(([-\d.]+) ([-\d.]+)\)$/.exec(extract.transform)?.map(Number) ?? [];
    const own = pathBounds(extract.regions.find(({ code }) => code === "XX-B")?.path ?? "");
    expect(own && (own.left + left) * scale).toBeGreaterThan(0);
    expect(own && (own.right + left) * scale).toBeLessThan(extract.width);
    expect(own && (own.top + top) * scale).toBeGreaterThan(0);
    expect(own && (own.bottom + top) * scale).toBeLessThan(extract.height);
    expect(extract.regions.map(({ code }) => code)).toEqual(["XX-A", "XX-B", "XX-C"]);
    expect(Object.keys(extract.localities)).toEqual(["mine"]);
    expect(extract.localities.mine?.x).toBeCloseTo((130 + left) * scale, 0);
  });

  it("has no neighbours from beyond a box of far-away regions", () => {
    const boxed = { ...testShapes, insets: [{ codes: ["XX-B"], x: 0, y: 0, width: 1, height: 1 }] };
    const codesRound = (code: string) => extractAround(boxed, code)?.regions.map((one) => one.code);
    expect([codesRound("XX-B"), codesRound("XX-C")]).toEqual([["XX-B"], ["XX-C", "XX-D"]]);
  });

  it("shows what lies round a city that has no outline, and is none of a region the map does not have", () => {
    const extract = extractAround(testShapes, "XX-T");
    expect(extract?.markers[0]).toMatchObject({ code: "XX-T", x: (extract?.width ?? 0) / 2 });
    expect(extractAround(testShapes, "XX-Z")).toBeNull();
  });
});
