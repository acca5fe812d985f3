import { describe, expect, it } from "vitest";
import { readCsv } from "@/lib/shared/csv-rows";
import { formatDate } from "@/lib/shared/format/day";
import { plainText } from "@/lib/shared/i18n/local-text";
import { type Directory, indexNames } from "../schema/directory";
import { IMPORT_KINDS } from "../schema/fields";
import type { Mapping } from "../schema/mapping";
import { readRow } from "../schema/read-row";
import type { Reading } from "../schema/row-cells";
import { READ_COLUMNS, type ReadWords, readAs } from "./read-as";
import { readHead, readLines } from "./read-file";

const words: ReadWords = {
  text: (key) => key.split(".").at(-1) ?? "",
  quantity: ({ lower, upper, unknown }) => unknown ?? `${lower}–${upper}`,
  day: (date) => formatDate(date, "en"),
  name: (names) => plainText(names, "en"),
};

const directory: Directory = {
  ...{ waveId: "kz22", timeZone: "Asia/Almaty", placed: new Map(), regionRows: [] },
  workforces: indexNames([{ id: "KZ22-W1", names: ["Docks"] }]),
  places: indexNames([{ id: "aktau", names: ["Актау"] }]),
  ...{ regions: new Map(), employers: new Map() },
  actions: new Map([["KZ22-A1", { regionId: null, localityId: "aktau", type: "strike" as const }]]),
  named: new Map([["KZ22-W1", { en: "Dockers of Aktau" }]]),
  localityRows: [{ id: "aktau", names: { en: "Aktau", ru: "Актау" } }] as Directory["localityRows"][number][],
};

const columns = [
  "workforce",
  "action",
  "date",
  "value",
  "measure",
  "basis",
  "claimant",
  "source_ids",
  "words",
  "words_language",
];
const readingOf = (order: "day_first" | "month_first"): Reading => {
  const places = Object.fromEntries(columns.map((name, at) => [name, at]));
  const mapping: Mapping = { columns: places, fixed: {}, answers: { "2": { order } } };
  return { kind: "figure", mapping, directory, words: new Map() };
};
const figure = (value: string, said = "") =>
  `Docks;KZ22-A1;05.01.2022;${value};workers_directly_involved;peak;union;KZ22-S4;${said};en`.split(";");

describe("a row in order, as it was read", () => {
  it("says its day with the month in letters, so that a turned date is seen", () => {
    expect(readAs(readingOf("day_first"), figure("300", "as they told"), words)).toMatchObject({
      ...{ number: "300–300", date: "5 January 2022", workforceId: "Dockers of Aktau (KZ22-W1)", place: "Aktau" },
      ...{ measure: "workers_directly_involved, peak", claimant: "union", actionId: "strike KZ22-A1" },
      sources: "KZ22-S4",
    });
    expect(readAs(readingOf("month_first"), figure("300", "as they told"), words).date).toBe("1 May 2022");
  });

  it("says why there is no number, and never a nought", () => {
    const reading = readingOf("day_first");
    expect(readAs(reading, figure("withheld"), words).number).toBe("withheld");
    expect(readAs(reading, figure("200-300", "as they told"), words).number).toBe("200–300");
    expect(readAs(reading, figure("сотни"), words)).toMatchObject({ number: "200–null", words: "сотни" });
  });

  it("says that a number was meant roughly, and refuses it beside another bound", () => {
    const reading = readingOf("day_first");
    for (const cell of ["~1000", "≈ 1 000", "c. 1000"]) {
      const { payload, problems } = readRow(reading, figure(cell, "as they told"), 10);
      expect([payload, problems]).toMatchObject([{ mode: "number", number: "1000", bound: "about" }, []]);
    }
    expect(readRow(reading, figure("~200–300"), 10).payload).toMatchObject({ mode: "range", rangeAbout: "yes" });
    const fixed = { ...reading, mapping: { ...reading.mapping, fixed: { bound: "more_than" } } };
    expect(readRow(fixed, figure("~1000"), 10).problems).toEqual([
      { field: "number", column: 3, code: "value_unreadable" },
    ]);
  });

  it("says where an action was and what a source is", () => {
    const read = (kind: "action" | "source", cells: Record<string, string>) => {
      const places = Object.fromEntries(Object.keys(cells).map((name, at) => [name, at]));
      const mapping = { columns: places, fixed: {}, answers: {} };
      return readAs({ kind, mapping, directory, words: new Map() }, Object.values(cells), words);
    };
    const about = {
      type: "strike",
      stoppage: "yes",
      scope: "workplace",
      certainty: "claimed",
      participants: "Dockers",
    };
    expect(read("action", { ...about, place: "Актау", date: "2022-01-05 14:10", hour: "14" })).toMatchObject({
      ...{ place: "Aktau", actionType: "strike, yes", workforceId: "Dockers", date: "" },
    });
    expect(read("action", { ...about, place: "country", date: "2022-01-05", hour: "9" })).toMatchObject({
      ...{ place: "country", date: "5 January 2022, 09:00" },
    });
    const source = {
      source_title: "Strike",
      source_kind: "press",
      source_tier: "two",
      source_published_on: "2022-02-03",
    };
    expect(read("source", source)).toMatchObject({ publishedOn: "3 February 2022", kind: "press, tier: two" });
  });

  it("comes with all others as a file, a column for everything that can be said", () => {
    for (const kind of IMPORT_KINDS)
      expect(readHead({ kind, separator: "," }, words).trim().split(",")).toHaveLength(READ_COLUMNS[kind].length + 1);
    const separator = ";";
    const rows = [2, 5].map((number) => {
      const nothing = { outcome: "ready" as const, problems: [], entryId: null };
      return { number, cells: figure(`around ${number}00`), ...nothing };
    });
    const file = readCsv(
      readHead({ kind: "figure", separator }, words) +
        readLines(rows, { reading: readingOf("day_first"), words, separator }),
    );
    expect("rows" in file && file.rows.map(({ cells }) => [cells.turnout_row, cells.date])).toEqual([
      ["2", "5 January 2022"],
      ["5", "5 January 2022"],
    ]);
  });
});
