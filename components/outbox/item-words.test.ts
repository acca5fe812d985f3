import { expect, test } from "vitest";
import { itemTitle, shownValue } from "./item-words";

const shown = [
  ["precision", "day", "a day"],
  ["actionType", "strike", "Strike"],
  ["place", "KZ-ALA", "Almaty, out of sight"],
  ["regionCode", "KZ-KAR", "Karaganda Region"],
] as const;
const written = {
  fields: [
    ["recordKind", "demand"],
    ["workforceId", "KZ22-W11"],
    ["precision", "day"],
    ["date", "2022-01-05"],
    ["actionType", "strike"],
    ["regionCode", "KZ-KAR"],
    ["text", "A pension age of 50 for all who\nwork below ground, and no fines for those who struck"],
    ["sources.0.title", "The mines stand still"],
  ] as [string, string][],
  shown: [...shown],
};

test("a kept thing is called by its kind, its place and its first words", () => {
  const title = "Log a demand: Karaganda Region, A pension age of 50 for all who work below ground, and no…";
  expect(itemTitle("Log a demand", written)).toBe(title);
});

test("where nothing was typed it is called by its kind; what the page says already is not said twice", () => {
  expect(itemTitle("Log a demand", { fields: [["recordKind", "demand"]] })).toBe("Log a demand");
  const page = "Log a figure: Karaganda Region";
  expect(
    itemTitle(page, {
      fields: [
        ["regionCode", "KZ-KAR"],
        ["number", "1414"],
      ],
      shown: written.shown,
    }),
  ).toBe(`${page}: 1414`);
});

test("a chosen value is shown in the words of its form, and one kept before these were is shown as it is", () => {
  expect(shownValue(written, "regionCode", "KZ-KAR")).toBe("Karaganda Region");
  expect(shownValue(written, "other", "KZ-KAR")).toBe("KZ-KAR");
  expect(shownValue({}, "regionCode", "KZ-KAR")).toBe("KZ-KAR");
});
