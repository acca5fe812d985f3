import { expect, it } from "vitest";
import { allCountries, countryName, isCountry } from "./countries";
import { LOCALES } from "./locales";

it("knows the codes that are countries' and no others", () => {
  expect(["KZ", "TR", "GB", "XK"].map(isCountry)).toEqual([true, true, true, true]);
  expect(["TU", "UK", "EU", "kz", "KAZ", "", "__", "constructor"].filter(isCountry)).toEqual([]);
});

it.each(LOCALES)("names every country in %s, each once", (locale) => {
  const all = allCountries(locale);
  expect(all.length).toBeGreaterThan(240);
  expect(all.filter(({ value, label }) => label === value || label === "")).toEqual([]);
  expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
});

it("gives back what is no code", () => {
  expect(["ZZZZZ", "?"].map((code) => countryName(code, "en"))).toEqual(["ZZZZZ", "?"]);
  expect(countryName("TR", "kk")).toBe("Түркия");
});
