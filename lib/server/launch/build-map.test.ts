import { existsSync, readFileSync } from "node:fs";
import { geoArea, geoContains } from "d3-geo";
import { describe, expect, it } from "vitest";
import { buildMaps, drawMap, joinRegions } from "./build-map";
import { roomiestSide } from "./map-label-points";
import { type MapRecipe, mapRecipes } from "./map-recipes";
import { readLocalities, readRegions, regionOfLocality, regionsOn } from "./map-record";

function recipeOfJanuary(): MapRecipe {
  const recipe = mapRecipes.find(({ name }) => name === "kz-2022");
  if (!recipe) throw new Error("no recipe for January 2022");
  return recipe;
}

const recipe = recipeOfJanuary();
const shapes = joinRegions(recipe);
const drawn = drawMap(recipe);

describe("the record of regions and places", () => {
  it("has 20 regions, 17 of them in January 2022 and all from June on", () => {
    expect(readRegions()).toHaveLength(20);
    expect(regionsOn("KZ", "2022-01-04")).toHaveLength(17);
    expect(regionsOn("KZ", "2022-06-07")).toHaveLength(17);
    expect(regionsOn("KZ", "2022-06-08")).toHaveLength(20);
    expect(regionsOn("KZ", "2022-07-01")).toHaveLength(20);
  });

  it("has 36 places, each in a region that was valid on the day", () => {
    expect(readLocalities()).toHaveLength(36);
    for (const day of ["2022-01-04", "2022-07-01"]) {
      const codes = regionsOn("KZ", day).map(({ code }) => code);
      for (const locality of readLocalities()) {
        expect(codes, `${locality.id} on ${day}`).toContain(regionOfLocality(locality, day));
      }
    }
  });

  it("moves Semey to Abai and Shymkent out of Turkistan on their days", () => {
    const regionOn = (id: string, day: string) => {
      const locality = readLocalities().find((candidate) => candidate.id === id);
      return locality && regionOfLocality(locality, day);
    };
    expect(regionOn("semey", "2022-06-07")).toBe("KZ-VOS");
    expect(regionOn("semey", "2022-06-08")).toBe("KZ-10");
    expect(regionOn("shymkent", "2018-06-18")).toBe("KZ-YUZ");
    expect(regionOn("shymkent", "2018-06-19")).toBe("KZ-SHY");
  });
});

describe("the shapes", () => {
  it("join all 14 regions", () => {
    const expected = regionsOn("KZ", "2022-01-04").filter(({ kind }) => kind === "region");
    expect(shapes.map(({ code }) => code)).toEqual(expected.map(({ code }) => code).sort());
    expect(shapes).toHaveLength(14);
  });

  it("cover Kazakhstan's 2.7 million square kilometres and not the rest of the globe", () => {
    const earthKm2 = 510_000_000;
    const km2 = shapes.reduce((sum, { geometry }) => sum + (geoArea(geometry) / (4 * Math.PI)) * earthKm2, 0);
    expect(km2).toBeGreaterThan(2_600_000);
    expect(km2).toBeLessThan(2_800_000);
  });

  it.each(readLocalities().map((locality) => [locality.id, locality] as const))(
    "hold %s in its region only",
    (_, place) => {
      const region = regionOfLocality(place, "2022-01-04");
      const within = recipe.markers.find(({ code }) => code === region)?.within ?? region;
      const holding = shapes.filter(({ geometry }) => geoContains(geometry, [place.lon, place.lat]));
      expect(holding.map(({ code }) => code)).toEqual([within]);
    },
  );

  it("stop the build when a region has no shape or a unit no region", () => {
    expect(() => joinRegions({ ...recipe, regionCodes: { ...recipe.regionCodes, KZ99: "KZ-XXX" } })).toThrow("KZ-XXX");
    expect(() => joinRegions({ ...recipe, leaveOut: ["KZ02"] })).toThrow("KZ05");
  });
});

describe("the drawn map", () => {
  it("keeps its paths under 40 kB", () => {
    const bytes = drawn.regions.reduce((sum, { path }) => sum + path.length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(40_000);
  });

  it("places everything inside the frame, the three cities as markers", () => {
    expect(drawn.markers.map(({ code }) => code).sort()).toEqual(["KZ-ALA", "KZ-AST", "KZ-SHY"]);
    const points = [...Object.values(drawn.localities), ...drawn.regions.map(({ labelPoint: [x, y] }) => ({ x, y }))];
    expect(points).toHaveLength(36 + 14);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(drawn.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(drawn.height);
    }
  });

  it("names a place on a side where its own region is, if that side has room", () => {
    const square = (left: number) =>
      [
        [left, 0],
        [left + 200, 0],
        [left + 200, 200],
        [left, 200],
        [left, 0],
      ].map(([x = 0, y = 0]): [number, number] => [x, y]);
    const regions = [[square(0)], [square(200)]];
    const at = (x: number, others: { x: number; y: number }[] = []) =>
      roomiestSide({ x, y: 100 }, { others, width: 400, regions });
    expect(at(100)).toBe("e");
    expect(at(190)).toBe("w");
    expect(at(210)).toBe("e");
    // The own side is full: the name crosses the border rather than another name.
    expect(
      at(190, [
        { x: 148, y: 86 },
        { x: 148, y: 100 },
        { x: 148, y: 114 },
      ]),
    ).not.toBe("w");
  });

  it("is written as one module", () => {
    const files = buildMaps();
    expect(files).toHaveLength(mapRecipes.length);
    for (const file of files) {
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, "utf8")).toContain("export const kz2022 =");
    }
  });
});
