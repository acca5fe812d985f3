import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeWaveSchema, startWaveSchema } from "./schema";
import { readRows, rowsOfCsv } from "./schema/read-rows";
import { addRowSchema, columnsOfTable } from "./schema/tables";
import { typedFrame } from "./view";
import type { PreparedWave } from "./view/rows";
import { markOf } from "./view/wave-mark";

const typed = {
  ...{ locale: "en", name_kk: "Толқын", slug: "made-up-wave", country: "FR", timeZone: "Europe/Paris" },
  firstDay: "2030-03-01",
};
const problemsOf = (changes: Record<string, string>) =>
  startWaveSchema.safeParse({ ...typed, ...changes }).error?.issues.map(({ path, message }) => `${path}: ${message}`) ??
  [];

describe("what is public at once", () => {
  it("holds nothing that leads to a person, wherever it is typed, and each cell is told by itself", () => {
    expect(problemsOf({ summary_en: "Call +7 701 123 45 67." })).toEqual(["summary_en: leads_to_person"]);
    const csv = "id,name_en,occupation_en\nminers,Miners,dina@example.kz\n";
    const read = rowsOfCsv("workforces", csv);
    if ("problems" in read) throw new Error("These rows can be read.");
    expect(readRows("workforces", read.rows).problems).toEqual([
      { line: 2, field: "occupation_en", code: "leads_to_person" },
    ]);
  });
});

describe("a place", () => {
  it("lies where its degrees say, however finely they say it", () => {
    const read = rowsOfCsv(
      "places",
      "id,name_en,kind,region,latitude,longitude\na,A,city,KZ-ALA,43.25654321,76.94572751\n",
    );
    if ("problems" in read) throw new Error("These rows can be read.");
    expect(readRows("places", read.rows).problems).toEqual([]);
  });
});

describe("a wave as typed", () => {
  it("needs one name, an address, a country, a zone and a first day, and may go on", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ lastDay: "2030-03-01" })).toEqual([]);
    expect(problemsOf({ name_kk: " ", slug: "A wave", country: "", timeZone: "Mars/Base", firstDay: "" })).toEqual([
      ...["slug: slug_form", "country: country_missing", "timeZone: zone_unknown"],
      ...["name_en: name_missing", "firstDay: day_missing"],
    ]);
    expect(problemsOf({ name_kk: "" })).toEqual(["name_en: name_missing"]);
    expect(problemsOf({ firstDay: "2030-02-30" })).toEqual(["firstDay: day_wrong"]);
    expect(problemsOf({ lastDay: "2030-02-28" })).toEqual(["lastDay: days_order"]);
    expect(problemsOf({ lastDay: "2033-01-01" })).toEqual(["lastDay: days_many"]);
  });

  it("has another mark for every change, and the form sends back what it was filled with", () => {
    const wave: PreparedWave = {
      ...{
        id: "fr30",
        code: "FR30",
        slug: "x",
        names: { en: "A" },
        summary: {},
        country: "FR",
        firstDay: "2030-03-01",
      },
      ...{ lastDay: null, timeZone: "UTC", state: "draft", synthetic: false },
    };
    expect(changeWaveSchema.parse(typedFrame(wave))).toMatchObject({
      waveId: "fr30",
      seen: markOf(wave),
      name_en: "A",
    });
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(one !== other);
        expect(markOf({ ...wave, names: { en: one } })).not.toBe(markOf({ ...wave, names: { en: other } }));
        expect(markOf({ ...wave, names: { en: one } })).not.toBe(markOf({ ...wave, names: { kk: one } }));
      }),
    );
  });
});

describe("rows of a table", () => {
  it("are read from CSV by the names of the form's fields, each problem by its line", () => {
    const csv =
      "id;name_ru;kind;region;latitude;longitude;other_names\nle-havre;Гавр;city;FR-NOR;49,49;0,11;Havre|Le Hâvre\nx;;hut;FR-NOR;91;0;";
    const read = rowsOfCsv("places", csv);
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    const { of, problems } = readRows("places", read.rows);
    expect(of.rows).toMatchObject([
      {
        line: 2,
        id: "le-havre",
        name_ru: "Гавр",
        latitude: 49.49,
        longitude: 0.11,
        other_names: ["Havre", "Le Hâvre"],
      },
    ]);
    expect(problems.every(({ line }) => line === 3)).toBe(true);
    expect(problems.map(({ field, code }) => `${field}: ${code}`).toSorted()).toEqual([
      ...["kind: unknown_choice", "latitude: degrees_wrong", "name_en: name_missing"],
    ]);
  });

  it("say what is wrong with the whole text", () => {
    const codes = (csv: string) => {
      const read = rowsOfCsv("employers", csv);
      return "problems" in read ? read.problems.map(({ line, field, code }) => `${line} ${field} ${code}`) : [];
    };
    expect(codes("")).toEqual(["1 csv no_header"]);
    expect(codes("name_en,colour\nA,red")).toEqual(["1 colour column_unknown", "1 id column_missing"]);
    expect(codes("id,name_en")).toEqual(["1 csv rows_missing"]);
    expect(codes(`id,name_en\n${"a,b\n".repeat(1001)}`)).toEqual(["1002 csv rows_many"]);
  });

  it("are the same by a form of one row, whatever else a browser sends", () => {
    const sent = {
      waveId: "fr30",
      table: "workforces",
      id: "dockers",
      name_en: "Dockers",
      strange: "x",
      place: ["a", "b"],
    };
    const { row, table } = addRowSchema.parse(sent);
    expect(table).toBe("workforces");
    expect(Object.keys(row)).toEqual(columnsOfTable("workforces"));
    expect(row).toMatchObject({ id: "dockers", place: "a", employer: "" });
  });
});
