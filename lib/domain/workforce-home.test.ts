import fc from "fast-check";
import { expect, test } from "vitest";
import { homeRegions, isElsewhere } from "./workforce-home";

const region = fc.constantFrom("R1", "R2", "R3", "R4");
const regionOrNone = fc.option(region);
const workforce = fc.record({
  id: fc.constantFrom("W1", "W2", "W3"),
  employerId: fc.option(fc.constantFrom("E1", "E2")),
  regionId: regionOrNone,
});
/** Any tree of regions, also one that somebody drew in a circle. */
const regions = fc.array(fc.record({ id: region, partOfId: regionOrNone }), { maxLength: 5 });

test("a workforce is at home in its own region, else wherever its employer is, and nowhere else", () => {
  fc.assert(
    fc.property(workforce, fc.array(workforce), (own, all) => {
      const homes = homeRegions(own, all);
      if (own.regionId !== null) {
        expect(homes).toEqual([own.regionId]);
        return;
      }
      const colleagues = all.filter(({ employerId }) => employerId !== null && employerId === own.employerId);
      for (const home of homes) expect(colleagues.some(({ regionId }) => regionId === home)).toBe(true);
      for (const { regionId } of colleagues) if (regionId !== null) expect(homes).toContain(regionId);
      expect(new Set(homes).size).toBe(homes.length);
    }),
  );
});

test("a region is elsewhere only where a home is known and none is the same, whichever was named first", () => {
  fc.assert(
    fc.property(region, fc.array(region), regions, (one, homes, tree) => {
      if (homes.length === 0 || homes.includes(one)) expect(isElsewhere(one, homes, tree)).toBe(false);
      for (const home of homes) expect(isElsewhere(one, [home], tree)).toBe(isElsewhere(home, [one], tree));
      expect(isElsewhere(one, homes, tree)).toBe(
        homes.length > 0 && homes.every((home) => isElsewhere(one, [home], tree)),
      );
    }),
  );
  expect(isElsewhere("R1", ["R2"], [])).toBe(true);
});

test("what lies in a region is not elsewhere than it, however deep", () => {
  const tree = [
    { id: "R1", partOfId: "R2" },
    { id: "R2", partOfId: "R3" },
    { id: "R4", partOfId: "R3" },
  ];
  expect(isElsewhere("R1", ["R3"], tree)).toBe(false);
  expect(isElsewhere("R3", ["R1"], tree)).toBe(false);
  expect(isElsewhere("R1", ["R4"], tree)).toBe(true);
});
