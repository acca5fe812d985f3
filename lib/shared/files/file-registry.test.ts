import { describe, expect, it } from "vitest";
import { columnNames, columnsOf, FILE_NAMES, headerOf } from "./file-registry";
import { asksForHashtags, writtenFile } from "./written-file";

/** The core hashtags of HXL 1.1 that the files make use of; the dictionary of the standard has them all. */
const CORE = [
  ...["#activity", "#adm1", "#country", "#date", "#description", "#event", "#group", "#indicator", "#loc", "#meta"],
  ...["#need", "#org", "#population", "#status"],
];

describe.each(FILE_NAMES)("%s.csv", (name) => {
  it("names its columns in snake case, each once", () => {
    const names = columnNames(name);
    expect(names.filter((column) => !/^[a-z]+(_[a-z]+)*$/.test(column))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("has a hashtag of HXL 1.1 on every column, each once", () => {
    const tags = headerOf(name).hashtags;
    expect(tags.filter((tag) => !/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/.test(tag))).toEqual([]);
    expect(tags.filter((tag) => !CORE.includes(tag.split("+")[0] ?? ""))).toEqual([]);
    expect(new Set(tags).size).toBe(tags.length);
  });

  it("says of every number what it counts", () => {
    const silent = columnsOf(name).filter(
      ([column, { unit }]) => /_(lower|upper)$|^(lower|upper)$/.test(column) && !unit,
    );
    expect(silent).toEqual([]);
  });
});

describe("the row of hashtags", () => {
  const rows = [["KZ22-S1"]];

  it("stands between the header and the first row, when asked for", () => {
    const head = { withHashtags: true, seal: "7:ab" };
    const [header, tags, first] = writtenFile("sources", rows, head).split("\r\n");
    expect(header).toBe([...columnNames("sources"), "audit_seal"].join(","));
    expect(tags).toBe(headerOf("sources").hashtags.join(","));
    expect(first).toBe("KZ22-S1,7:ab");
    expect(writtenFile("sources", rows, { ...head, withHashtags: false }).split("\r\n")[1]).toBe("KZ22-S1,7:ab");
  });

  it.each([
    ["1", true],
    ["0", false],
    ["", false],
    ["yes", false],
    [undefined, false],
  ])("is asked for by hxl=%s: %s", (hxl, asked) => {
    expect(asksForHashtags({ hxl })).toBe(asked);
  });
});
