import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { nearestStep, type Step, stepsOf, windowOf } from "./steps";

const record = waveRecordOfFiles(readRecordFiles());

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

describe("the moments of the map", () => {
  it("are every day, and the evenings and nights some record names", () => {
    expect(stepsOf(record).map(({ date, part }) => `${date.slice(8)} ${part}`)).toEqual([
      ...["01 day", "02 day", "03 day", "04 day", "04 evening", "04 night", "05 day", "05 night"],
      ...["06 day", "07 day", "08 day", "09 day"],
    ]);
  });

  it("are one day for a wave of which nothing is placed yet", () => {
    expect(stepsOf({ ...record, actions: [], events: [] })).toEqual([
      { key: "2022-01-01T00:00", date: "2022-01-01", part: "day" },
    ]);
  });

  it("begin on each place's own clock, and a night ends on the next morning", () => {
    const night = { key: "", date: "2022-01-05", part: "night" } as const;
    expect(windowOf(night, "Asia/Aqtau").start - windowOf(night, "Asia/Almaty").start).toBe(3_600_000);
    expect(new Date(windowOf(night, "Asia/Almaty").end).toISOString()).toBe("2022-01-06T00:00:00.000Z");
  });
});
