import fc from "fast-check";
import { expect, it } from "vitest";
import { offsetMinutes } from "./format/day";
import { addDays, localInstant, offsetMinutesOn } from "./local-time";
import { zoneOffsets } from "./zone-offsets";

it("knows one offset for ever where clocks never change, and each summer where they do", () => {
  expect(zoneOffsets("Asia/Jakarta", "2020-01-01", "2030-12-31")).toEqual([{ minutes: 420, from: null, to: null }]);
  expect(zoneOffsets("Europe/Paris", "2026-01-01", "2026-12-31")).toEqual([
    { minutes: 60, from: null, to: "2026-03-29" },
    { minutes: 120, from: "2026-03-29", to: "2026-10-25" },
    { minutes: 60, from: "2026-10-25", to: null },
  ]);
});

it("gives every date the offset that its noon has", () => {
  const zones = fc.constantFrom("Europe/Paris", "America/Cayenne", "Pacific/Auckland", "Asia/Kathmandu", "Asia/Almaty");
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 800 }), (zone, days) => {
      const date = addDays("2023-06-01", days);
      const offsets = zoneOffsets(zone, addDays(date, -40), addDays(date, 40));
      const noon = localInstant(date, 12, offsets);
      expect(offsetMinutesOn(offsets, date)).toBe(offsetMinutes(Date.parse(`${date}T12:00Z`), zone));
      expect(noon).not.toBeNull();
    }),
    { numRuns: 60 },
  );
});
