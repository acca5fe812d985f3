import { describe, expect, it } from "vitest";
import { filterQuery, NO_FILTER, parseListFilter } from "./search-params";

const choices = {
  region: ["KZ-KAR", "KZ-MAN"],
  kind: ["strike"],
  from: "date",
  to: "date",
  known: ["yes", "no"],
} as const;

describe("the filter of a list", () => {
  it("reads what it knows and ignores every other name", () => {
    const { filter, dropped } = parseListFilter(
      { region: "KZ-KAR", from: "2022-01-04", utm_source: "x", workforce: "anyone", known: "no" },
      choices,
    );
    expect(filter).toEqual({ ...NO_FILTER, region: "KZ-KAR", from: "2022-01-04", known: "no" });
    expect(dropped).toEqual([]);
  });

  it("drops a wrong value and names it", () => {
    const { filter, dropped } = parseListFilter({ region: "Atlantis", from: "2022-02-30", kind: "strike" }, choices);
    expect(filter).toEqual({ ...NO_FILTER, kind: "strike" });
    expect(dropped).toEqual([
      { name: "region", value: "Atlantis" },
      { name: "from", value: "2022-02-30" },
    ]);
  });

  it("drops an end before its beginning, so that a list is never empty by a slip", () => {
    const { filter, dropped } = parseListFilter({ from: "2022-01-06", to: "2022-01-04" }, choices);
    expect(filter).toEqual({ ...NO_FILTER, from: "2022-01-06" });
    expect(dropped).toEqual([{ name: "to", value: "2022-01-04" }]);
  });

  it("takes the first of several and an empty one for none", () => {
    expect(parseListFilter({ region: ["KZ-MAN", "KZ-KAR"], kind: "" }, choices).filter).toEqual({
      ...NO_FILTER,
      region: "KZ-MAN",
    });
  });

  it("has one address for one filter", () => {
    const { filter } = parseListFilter({ to: "2022-01-05", region: "KZ-MAN" }, choices);
    expect(filterQuery(filter)).toBe("region=KZ-MAN&to=2022-01-05");
    expect(filterQuery(NO_FILTER)).toBe("");
  });
});
