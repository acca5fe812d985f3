import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstLevelOf, joinNames, nameKey, type Subdivision } from "./join-names";

const france: Subdivision[] = [
  { code: "FR-67", parent: "FR-6AE", name: "Bas-Rhin" },
  { code: "FR-68", parent: "FR-6AE", name: "Haut-Rhin" },
  { code: "FR-6AE", parent: "FR-GES", name: "Alsace" },
  { code: "FR-77", parent: "FR-IDF", name: "Seine-et-Marne" },
  { code: "FR-973", parent: "FR", name: "Guyane (française)" },
  { code: "FR-GES", parent: "FR", name: "Grand Est" },
  { code: "FR-IDF", parent: "FR", name: "Île-de-France" },
];
const indonesia: Subdivision[] = [
  { code: "ID-BB", parent: "ID", name: "Kepulauan Bangka Belitung" },
  { code: "ID-KR", parent: "ID", name: "Kepulauan Riau" },
  { code: "ID-PA", parent: "ID", name: "Papua" },
  { code: "ID-PP", parent: "ID", name: "Papua" },
  { code: "ID-RI", parent: "ID", name: "Riau" },
];
const codes = (units: string[], of: Subdivision[], named = {}) =>
  joinNames(units, of, named).joined.map(({ unit, to, how }) => `${unit} ${to.code} ${how}`);

describe("units of a map and the codes of ISO 3166-2", () => {
  it("join by the same name, by words within a name and in spite of a slip, and say which", () => {
    expect(codes(["Guyane française", "Haute-Rhin", "Seien-et-Marne", "Bas-Rhin"], france)).toEqual([
      "Bas-Rhin FR-67 same_name",
      "Haute-Rhin FR-68 alike",
      "Seien-et-Marne FR-77 alike",
      "Guyane française FR-973 same_name",
    ]);
    expect(codes(["Bangka-Belitung", "Riau", "Kepulauan Riau"], indonesia)).toEqual([
      "Bangka-Belitung ID-BB words_within",
      "Kepulauan Riau ID-KR same_name",
      "Riau ID-RI same_name",
    ]);
  });

  it("do not join where two codes are as good as each other, until somebody says which", () => {
    const { joined, left } = joinNames(["Papua"], indonesia);
    expect(joined).toEqual([]);
    expect(left.map(({ unit, maybe }) => [unit, maybe.map(({ code }) => code)])).toEqual([
      ["Papua", ["ID-PA", "ID-PP"]],
    ]);
    expect(codes(["Papua"], indonesia, { Papua: "ID-PA" })).toEqual(["Papua ID-PA named"]);
  });

  it("leave alone a name that is like no other", () => {
    expect(joinNames(["Baikonur"], france)).toEqual({ joined: [], left: [{ unit: "Baikonur", maybe: [] }] });
  });

  it("never give a code twice, and lose no unit", () => {
    const words = fc.constantFrom("Riau", "Papua", "Riao", "Kepulauan Riau", "Bangka", "Nowhere", "papua");
    fc.assert(
      fc.property(fc.uniqueArray(words), (units) => {
        const { joined, left } = joinNames(units, indonesia);
        expect(new Set(joined.map(({ to }) => to.code)).size).toBe(joined.length);
        expect([...joined, ...left].map(({ unit }) => unit).sort()).toEqual(units.toSorted());
      }),
    );
  });

  it("know a name by its letters alone, and the division of the first level of each", () => {
    expect(nameKey("Provence-Alpes-Côte d’Azur")).toBe("provence alpes cote d azur");
    expect(france.map((one) => firstLevelOf(one, france).code).slice(0, 4)).toEqual([
      ...["FR-GES", "FR-GES", "FR-GES", "FR-IDF"],
    ]);
  });
});
