import { expect, it } from "vitest";
import { languageName } from "./languages";
import { LOCALES } from "./locales";

it.each(LOCALES)("names languages in %s, and none where none is known", (locale) => {
  expect(LOCALES.map((tag) => languageName(tag, locale)).filter((name) => !name || name === locale)).toEqual([]);
  expect(languageName("und", locale)).toBeNull();
});

it("gives back what is no tag", () => {
  expect(languageName("no tag", "en")).toBe("no tag");
});
