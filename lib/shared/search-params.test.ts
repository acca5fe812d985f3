import { describe, expect, it } from "vitest";
import { filterQuery, NO_FILTER, paramsOf, parseListFilter, queryOf } from "./search-params";

const choices = {
  region: ["KZ-KAR", "KZ-MAN"],
  kind: ["strike"],
  from: { first: "2021-12-31", last: "2022-01-12" },
  to: { first: "2021-12-31", last: "2022-01-12" },
  known: ["yes", "no"],
} as const;

describe("the filter of a list", () => {
  it("reads what it knows and ignores every other name", () => {
    const { filter, leftOut } = parseListFilter(
      { region: "KZ-KAR", from: "2022-01-04", utm_source: "x", workforce: "anyone", known: "no" },
      choices,
    );
    expect(filter).toEqual({ ...NO_FILTER, region: "KZ-KAR", from: "2022-01-04", known: "no" });
    expect(leftOut).toEqual([]);
  });

  it("leaves a wrong value out and names it", () => {
    const read = parseListFilter({ region: "Atlantis", from: "2022-02-30", kind: "strike" }, choices);
    const names = ["from", "region"];
    expect(read).toEqual({ filter: { ...NO_FILTER, kind: "strike" }, leftOut: names, wrong: names });
  });

  it("still names what was left out on the way, unless it is asked for again and known", () => {
    const read = parseListFilter({ left_out: "region,workforce,kind,<script>", kind: "strike", from: "no" }, choices);
    expect(read).toEqual({
      filter: { ...NO_FILTER, kind: "strike" },
      leftOut: ["from", "region"],
      wrong: ["from"],
    });
  });

  it("leaves out an end before its beginning, so that a list is never empty by a slip", () => {
    const read = parseListFilter({ from: "2022-01-06", to: "2022-01-04" }, choices);
    expect(read).toEqual({ filter: { ...NO_FILTER, from: "2022-01-06" }, leftOut: ["to"], wrong: ["to"] });
    expect(parseListFilter({ from: "2031-01-06", to: "2030-01-04" }, choices).leftOut).toEqual(["to"]);
  });

  it("brings a day far off to the edge of the list and says nothing of it", () => {
    const { filter, leftOut } = parseListFilter({ from: "1917-10-25", to: "2999-01-01" }, choices);
    expect(filter).toEqual({ ...NO_FILTER, from: "2021-12-31", to: "2022-01-12" });
    expect(leftOut).toEqual([]);
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

describe("a query", () => {
  it("keeps what is readable and leaves out what is empty", () => {
    expect(queryOf({ at: "2022-01-05T00:00", left_out: "from,to", q: "", none: null, x: "%3A & é" })).toBe(
      "at=2022-01-05T00:00&left_out=from,to&x=%253A+%26+%C3%A9",
    );
  });

  it("gives each name its first value, whatever it is called", () => {
    const params = paramsOf(new URLSearchParams("kind=a&kind=b&__proto__=x&constructor=y"));
    expect(params.kind).toBe("a");
    expect(Object.keys(params)).toEqual(["kind", "__proto__", "constructor"]);
  });
});
