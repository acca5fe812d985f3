import { describe, expect, it } from "vitest";
import { columnNames } from "@/lib/shared/files/file-registry";
import { makeFactFinder } from "./column-facts";
import { cutFile, FileProblem, findSeparator, separatorWith } from "./cut-file";
import { type Mapping, mappingProblems, questionsOf, type Remembered, suggestMapping } from "./mapping";

const factsOf = (cells: string[]) => {
  const finder = makeFactFinder(1);
  for (const [at, cell] of cells.entries()) finder.see(at + 2, [cell]);
  return finder.facts;
};
const dated: Mapping = { columns: { date: 0 }, fixed: {}, answers: {} };

describe("the columns of a file", () => {
  it("are found under the names our own files give them", () => {
    const header = columnNames("figures");
    const { columns } = suggestMapping("figure", header, null);
    const named = Object.entries(columns).map(([name, at]) => [name, header[at]]);
    expect(Object.fromEntries(named)).toMatchObject({
      ...{ workforce: "workforce_id", action: "action_id", measure: "measure", basis: "basis" },
      ...{ date: "as_of_earliest", until: "as_of_latest", precision: "as_of_precision", lower: "lower" },
      ...{ upper: "upper", unknown: "unknown", claimant: "claimant", words: "words", source_ids: "source_ids" },
    });
    const actions = suggestMapping("action", columnNames("timeline"), null).columns;
    expect(Object.keys(actions)).toEqual(
      expect.arrayContaining(["type", "workforce", "place", "region", "date", "precision", "end_date", "certainty"]),
    );
  });

  it("are remembered by their names, wherever they stand now", () => {
    const mapping = {
      columns: { date: 1, value: 0 },
      fixed: { basis: "peak" },
      answers: { "1": { order: "day_first" } },
    };
    const last = { header: ["how many", "when"], mapping: mapping as Mapping };
    expect(suggestMapping("figure", ["x", "when", "how many"], last)).toEqual({
      ...{ columns: { date: 1, value: 2 }, fixed: { basis: "peak" }, answers: { "1": { order: "day_first" } } },
    });
  });

  it("are taken as they were the last time, one for two fields and one for none", () => {
    const columns = { words_language: 0, source_language: 0 };
    const last = { header: ["lang", "date"], mapping: { columns, fixed: {}, answers: {} } };
    expect(suggestMapping("figure", ["lang", "date"], last).columns).toEqual(columns);
    expect(suggestMapping("figure", ["date", "quote", "lang"], last).columns).toEqual({
      ...{ words_language: 2, source_language: 2, quote: 1 },
    });
  });

  it("are found under the words of a Russian table, an address where its cells are such", () => {
    const header = ["Предприятие", "Дата начала", "Кто сообщил", "Населённый пункт", "Источник"];
    expect(suggestMapping("figure", header, null).columns).toEqual({
      workforce: 0,
      date: 1,
      claimant: 2,
      source_ids: 4,
    });
    const facts = header.map((name) => ({
      filled: 1,
      examples: [name === "Источник" ? "https://x.kz/1" : "x"],
      shown: {},
    }));
    expect(suggestMapping("workforce", header, null, { facts }).columns).toEqual({
      employer: 0,
      place: 3,
      source_url: 4,
    });
    const action = ["Кто участвовал", "Дата начала", "Дата окончания", "Область", "Город"];
    expect(suggestMapping("action", action, null).columns).toEqual({
      ...{ participants: 0, date: 1, end_date: 2, region: 3, place: 4 },
    });
  });

  it("are remembered from files of other kinds, below those of its own", () => {
    const said = (header: string[], columns: Record<string, number>): Remembered => {
      const answers = { "0": { order: "day_first" as const } };
      return { header, mapping: { columns, fixed: { claimant: "press" }, answers } };
    };
    const other = said(["Когда было", "Откуда известно"], { date: 0, source_ids: 1, claimant: 1 });
    const header = ["Откуда известно", "Когда было"];
    expect(suggestMapping("action", header, null, { others: [other] })).toEqual({
      ...{ columns: { date: 1, source_ids: 0 }, fixed: {}, answers: { "1": { order: "day_first" } } },
    });
    const own = said(["Откуда известно"], {});
    expect(suggestMapping("action", header, own, { others: [other] }).columns).toEqual({ date: 1 });
  });

  it("are asked about what could be two things, once and with the row, and about nothing else", () => {
    expect(questionsOf("figure", dated, factsOf(["2022-01-05", "13.01.2022", "4/4/2022"]))).toEqual([]);
    expect(questionsOf("figure", dated, factsOf(["2022-01-05", "05.01.2022", "13.01.2022"]))).toEqual([
      {
        column: 0,
        ask: "order",
        seen: [
          { row: 3, cell: "05.01.2022" },
          { row: 4, cell: "13.01.2022" },
        ],
      },
    ]);
    const asks = questionsOf("figure", dated, factsOf(["44566", "5 Jan 2022 10:00", "25.12.21", "12/25/2022"]));
    expect(asks.map(({ ask }) => ask)).toEqual(["order", "serial", "shortYear", "time"]);
  });

  it("are asked about their decimals also where both ends of a range stand in one cell", () => {
    const mapping: Mapping = { columns: { value: 0 }, fixed: {}, answers: {} };
    const asked = (...cells: string[]) => questionsOf("figure", mapping, factsOf(cells)).map(({ ask }) => ask);
    expect(asked("200–250", "1 200 - 1 300")).toEqual([]);
    expect(asked("200–250", "900 – 1.500")).toEqual(["decimal"]);
  });

  it("hold a file back until everything is said", () => {
    const facts = factsOf(["05.01.2022"]);
    const problems = mappingProblems("figure", dated, facts);
    expect(problems).toContainEqual({ column: 0, ask: "order", code: "unanswered" });
    expect(problems).toContainEqual({ field: "claimant", code: "needed" });
    const said: Mapping = {
      columns: { date: 0, workforce: 0, action: 0 },
      fixed: { measure: "attendance", basis: "peak", claimant: "press" },
      answers: { "0": { order: "month_first" } },
    };
    expect(mappingProblems("figure", said, facts)).toEqual([]);
  });
});

describe("a file cut into rows", () => {
  it("finds the one sign that makes a table, and none where two do", () => {
    expect(findSeparator("a;b;c\n1,5;2;3\n")).toBe(";");
    expect(findSeparator("a|b\n1|2\n")).toBe("|");
    expect(findSeparator("a;b,c;d\n1;2,3;4\n")).toBeNull();
    expect(findSeparator("one column\n1\n")).toBeNull();
    expect(separatorWith("turnout_row", '\uFEFF"turnout_row"\ta;b\n1\t2\n')).toBe("\t");
    expect(separatorWith("turnout_row", "a;b\n1;2\n")).toBeNull();
  });

  it("counts rows as a spreadsheet does, and says where it cannot go on", () => {
    const { header, rows } = cutFile('a,b\n1,"x\ny"\n\n3,4', ",");
    expect([header, ...rows]).toEqual([
      ["a", "b"],
      { number: 2, cells: ["1", "x\ny"] },
      { number: 4, cells: ["3", "4"] },
    ]);
    const open = cutFile('a,b\n1,2\n"3,4', ",").rows;
    expect(() => [...open]).toThrow(new FileProblem("quote_open", 3));
    expect(() => [...cutFile("a,b\n", ",").rows]).toThrow(new FileProblem("rows_missing", 2));
    expect(() => cutFile("a,a\n1,2", ",")).toThrow(new FileProblem("header_twice", 1));
  });
});
