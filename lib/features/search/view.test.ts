import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { searchRecord, searchWorkforces } from "./view";

const record = waveRecordOfFiles(readRecordFiles());
const find = (query: string) => searchRecord([record], query);

const spellings = [
  ...record.localities.map(({ id, names, spellings }) => ({
    id,
    texts: [...Object.values(names), ...spellings.map(({ text }) => text)],
  })),
  ...record.workforces.map(({ id, names, otherNames }) => ({ id, texts: [...Object.values(names), ...otherNames] })),
  ...record.employers.map(({ id, names, otherNames }) => ({ id, texts: [...Object.values(names), ...otherNames] })),
].flatMap(({ id, texts }) => texts.map((text) => ({ id, text })));

describe("searching", () => {
  it.each([
    "Janaozen",
    "Zhanaozen",
    "Жаңаөзен",
    "Жанаозен",
    "janaözen",
    "JANAÖZEN",
    "novy uzen",
    "novyuzen",
    "Zhangaozen",
    "zhanaozn",
    "  zhana-özen ",
  ])("finds Zhanaozen as %s", (query) => {
    const hits = find(query);
    expect(hits.find(({ kind }) => kind === "locality")?.id).toBe("zhanaozen");
  });

  it.each([
    ["Qyzylorda", "KZ-KZY"],
    ["Кызылорда", "KZ-KZY"],
    ["Қызылорда", "KZ-KZY"],
    ["Kızılorda", "KZ-KZY"],
    ["mangistau", "KZ-MAN"],
    ["Маңғыстау", "KZ-MAN"],
    ["Mangıstav", "KZ-MAN"],
  ])("finds the region of %s", (query, region) => {
    expect(find(query).filter((hit) => hit.kind === "region")[0]?.id).toBe(region);
  });

  it("finds a workforce by words that lie in its employer and its place", () => {
    const ids = searchWorkforces(record, "Тенгизшевройл").map(({ id }) => id);
    expect(ids).toContain("KZ22-W5");
  });

  it("finds records by id, with or without the wave, and none that do not exist", () => {
    for (const query of ["KZ22-F12", "kz22-f12", "kz22 f12", "f12"]) {
      expect(find(query)[0]).toMatchObject({ kind: "record", id: "KZ22-F12" });
    }
    expect(find("KZ22-F99999")).toEqual([]);
  });

  it("offers no region that did not exist yet", () => {
    expect(find("Ulytau Region").filter(({ kind }) => kind === "region")).toEqual([]);
  });

  it("says nothing to nothing, and nothing to what is not there", () => {
    for (const query of ["", "   ", "—", "'; drop table", "Qwertzuiop"]) expect(find(query)).toEqual([]);
  });

  it("forgives no mistake in a short word", () => {
    expect(find("Oral").some(({ id }) => id === "oral" || id === "uralsk")).toBe(true);
    expect(find("Orul").some(({ kind }) => kind === "locality")).toBe(false);
  });
});

describe("every name of the record", () => {
  it("finds what it names, before anything that only contains it", () => {
    for (const { id, text } of spellings) {
      const hits = find(text);
      expect(
        hits.filter(({ fit }) => fit === 0).map((hit) => hit.id),
        text,
      ).toContain(id);
    }
  });

  it("finds it however it is cased, spaced or marked, and always in the same order", () => {
    fc.assert(
      fc.property(fc.constantFrom(...spellings), fc.boolean(), fc.nat(3), ({ id, text }, upper, pad) => {
        const cased = upper ? text.toLocaleUpperCase("ru") : text.toLocaleLowerCase("ru");
        const typed = `${" ".repeat(pad)}${cased.normalize("NFD")}${" ".repeat(pad)}`;
        const hits = find(typed);
        expect(hits.map((hit) => hit.id)).toContain(id);
        expect(find(typed)).toEqual(hits);
      }),
    );
  });

  it("finds it with one letter lost from a long word", () => {
    const long = spellings.filter(({ text }) => /^\p{L}{9,}$/u.test(text));
    expect(long.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), ({ id, text }, at) => {
        const cut = 1 + (at % (text.length - 1));
        expect(find(text.slice(0, cut) + text.slice(cut + 1)).map((hit) => hit.id)).toContain(id);
      }),
    );
  });

  it("survives any text, and never names one thing twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (query) => {
        const keys = find(query).map(({ kind, id }) => `${kind} ${id}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
