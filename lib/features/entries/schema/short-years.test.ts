import { describe, expect, it } from "vitest";
import { problemsOfForm } from "./form-problems";
import { newRecordFormSchema } from "./forms";
import { readNewRecord } from "./kinds";
import { readShortYear, withFullYears } from "./short-years";

const wave = { from: "2021-12-02", until: "2022-02-11" };
const sent = {
  ...{ locale: "en", submissionKey: "0123456789", intent: "submit", waveId: "kz22" },
  ...{ possibleFrom: wave.from, possibleUntil: wave.until },
};
const action = { ...sent, recordKind: "action", date: "12.01.22", endDate: "14.1.22" };

describe("a year of two digits in a form", () => {
  it("is read as the day of the wave, with how it was read, in whatever field of it", () => {
    const { payload, days } = newRecordFormSchema.parse({
      ...action,
      intent: "check",
      "sources.0.publishedOn": "3.4.22",
    });
    expect(payload).toMatchObject({ date: "2022-01-12", endDate: "2022-01-14" });
    // A source may be of any day after the wave.
    expect(payload.sources).toMatchObject([{ publishedOn: "2022-04-03" }]);
    expect(days).toEqual([
      { field: "sources.0.publishedOn", typed: "3.4.22", day: "2022-04-03" },
      { field: "date", typed: "12.01.22", day: "2022-01-12" },
      { field: "endDate", typed: "14.1.22", day: "2022-01-14" },
    ]);
  });

  it("stays as it was typed where another day could be meant, and is refused with what to do", () => {
    for (const date of ["12.06.22", "22.01.12", "31.02.22"]) {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...action, date, endDate: "" })) form.append(name, value);
      expect(problemsOfForm(form), date).toMatchObject({ date: "date_year_short" });
      expect(newRecordFormSchema.parse({ ...action, date, intent: "save" }).payload).toMatchObject({ date });
    }
  });

  it("of what counts everybody who ever took part may be of any day until today, of nothing else", () => {
    const input = readNewRecord({ waveId: "kz22", date: "12.06.22", basis: "cumulative" });
    expect(input && withFullYears(input, wave).input).toMatchObject({ date: "2022-06-12" });
    const now = Date.parse("2022-03-01T00:00:00Z");
    expect(readShortYear("12.06.22", { from: wave.from }, now)).toBeNull();
    expect(readShortYear("12.03.22", { from: wave.from }, now)).toBe("2022-03-12");
    expect(readShortYear("12.03.22", wave, now)).toBeNull();
  });
});
