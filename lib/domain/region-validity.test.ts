import { describe, expect, it } from "vitest";
import { isValidOn, regionOfLocality, regionsOn } from "./region-validity";

const LAW = "2022-06-08";
const karaganda = { code: "KZ-KAR", validFrom: null, validTo: null };
const ulytau = { code: "KZ-62", validFrom: LAW, validTo: null };
const MEMBERSHIPS = [
  { localityId: "zhezkazgan", regionCode: "KZ-KAR", validFrom: null, validTo: LAW },
  { localityId: "zhezkazgan", regionCode: "KZ-62", validFrom: LAW, validTo: null },
  { localityId: "aktau", regionCode: "KZ-MAN", validFrom: "1991-12-16", validTo: null },
];

describe("regions by date", () => {
  it("begin on the first day and end before the first day after", () => {
    expect(regionsOn([karaganda, ulytau], "2022-06-07")).toEqual([karaganda]);
    expect(regionsOn([karaganda, ulytau], LAW)).toEqual([karaganda, ulytau]);
    expect(isValidOn({ validFrom: null, validTo: LAW }, LAW)).toBe(false);
  });

  it("give Zhezkazgan the region it had in January 2022, and exactly one on the day of the change", () => {
    expect(regionOfLocality(MEMBERSHIPS, "zhezkazgan", "2022-01-05")).toEqual({ regionCode: "KZ-KAR" });
    expect(regionOfLocality(MEMBERSHIPS, "zhezkazgan", "2022-06-07")).toEqual({ regionCode: "KZ-KAR" });
    expect(regionOfLocality(MEMBERSHIPS, "zhezkazgan", LAW)).toEqual({ regionCode: "KZ-62" });
  });

  it("refuse rather than guess", () => {
    expect(regionOfLocality(MEMBERSHIPS, "aktau", "1990-01-01")).toEqual({ refused: "no_region_then" });
    expect(regionOfLocality(MEMBERSHIPS, "nowhere", "2022-01-05")).toEqual({ refused: "no_region_then" });
    const twice = [...MEMBERSHIPS, { localityId: "aktau", regionCode: "KZ-ATY", validFrom: null, validTo: null }];
    expect(regionOfLocality(twice, "aktau", "2022-01-05")).toEqual({ refused: "several_regions_then" });
  });
});
