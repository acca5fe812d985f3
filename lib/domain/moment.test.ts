import { describe, expect, it } from "vitest";
import { isCertainlyBefore, isWithinDay, momentOfDay } from "./moment";

const monday = { start: 1000, end: 2000 };
const tuesday = { start: 2000, end: 3000 };

describe("moment", () => {
  it("of a day lies within that day and no other", () => {
    expect(momentOfDay(monday)).toEqual({ earliest: 1000, latest: 1999, precision: "day" });
    expect(isWithinDay(momentOfDay(monday), monday)).toBe(true);
    expect(isWithinDay(momentOfDay(tuesday), monday)).toBe(false);
    expect(isWithinDay(momentOfDay(monday), tuesday)).toBe(false);
    expect(isWithinDay({ earliest: 1500, latest: 2000, precision: "hour" }, monday)).toBe(false);
  });

  it("is before another only if no instant is shared", () => {
    expect(isCertainlyBefore(momentOfDay(monday), momentOfDay(tuesday))).toBe(true);
    expect(isCertainlyBefore({ earliest: 1, latest: 2 }, { earliest: 2, latest: 3 })).toBe(false);
    expect(isCertainlyBefore({ earliest: 2, latest: 3 }, { earliest: 1, latest: 2 })).toBe(false);
  });
});
