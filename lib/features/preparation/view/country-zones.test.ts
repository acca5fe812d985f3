import tzLookup from "@photostructure/tz-lookup";
import fc from "fast-check";
import { expect, test } from "vitest";
import { zoneNameOfToday, zonesOfCountry } from "./country-zones";

test("a country has its own zones alone, by the names of today", () => {
  const kazakhstan = ["Almaty", "Aqtau", "Aqtobe", "Atyrau", "Oral", "Qostanay", "Qyzylorda"];
  expect(zonesOfCountry("KZ", [])).toEqual(kazakhstan.map((city) => `Asia/${city}`));
  expect(zonesOfCountry("IN", [])).toEqual(["Asia/Kolkata"]);
  expect(zonesOfCountry("UA", ["Europe/Kiev"])[0]).toBe("Europe/Kyiv");
  // Named for the place, not the country: its id begins with the letters of another.
  expect(zonesOfCountry("PS", [])).toEqual(["Asia/Gaza", "Asia/Hebron"]);
});

test("what a country has far away comes from its regions, first and once", () => {
  expect(zonesOfCountry("FR", ["Europe/Paris", "America/Cayenne"])).toEqual(["Europe/Paris", "America/Cayenne"]);
});

test("every name is one that clocks can be set by, also those looked up by place", () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(degrees(90), degrees(180), (lat, lon) => {
      const today = zoneNameOfToday(tzLookup(lat, lon));
      expect(zoneNameOfToday(today)).toBe(today);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: today })).not.toThrow();
    }),
  );
});
