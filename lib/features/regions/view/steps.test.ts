import { describe, expect, it } from "vitest";
import { nearestStep, type Step } from "./steps";

const steps: Step[] = [
  { key: "2022-01-04T00:00", date: "2022-01-04", part: "day" },
  { key: "2022-01-04T18:00", date: "2022-01-04", part: "evening" },
  { key: "2022-01-04T20:00", date: "2022-01-04", part: "night" },
  { key: "2022-01-05T00:00", date: "2022-01-05", part: "day" },
];

describe("the step of an address", () => {
  it("is the one of that very moment", () => {
    expect(nearestStep(steps, "2022-01-04T18:00")?.part).toBe("evening");
  });

  it("is the one that has begun, not one that begins sooner after", () => {
    expect(nearestStep(steps, "2022-01-04T17:59")?.part).toBe("day");
    expect(nearestStep(steps, "2022-01-05T12:00")?.key).toBe("2022-01-05T00:00");
  });

  it("is the first for an earlier moment and the last for a later one", () => {
    expect(nearestStep(steps, "2021-12-31")?.key).toBe("2022-01-04T00:00");
    expect(nearestStep(steps, "2023-01-01")?.key).toBe("2022-01-05T00:00");
  });

  it("is left open by an address without a moment or with none that exists", () => {
    expect(nearestStep(steps, null)).toBeNull();
    expect(nearestStep(steps, "2022-02-30")).toBeNull();
    expect(nearestStep(steps, "yesterday")).toBeNull();
  });
});
