import { expect, test } from "vitest";
import { csvAnswer } from "./csv-answer";

const nameOf = (isPart: boolean) =>
  csvAnswer(
    { wave: { slug: "a-wave" }, seals: [] },
    { name: "sources", rows: [], isPart },
    { known_on: "2022-01-05" },
  ).headers.get("Content-Disposition");

test("a file that holds a part of what there is says so in its name", () => {
  expect(nameOf(false)).toBe('attachment; filename="turnout-a-wave-sources-known_on-2022-01-05.csv"');
  expect(nameOf(true)).toBe('attachment; filename="turnout-a-wave-sources-part-known_on-2022-01-05.csv"');
});
