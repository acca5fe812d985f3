import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { type ActionInput, actionInputSchema, readActionInput } from "../schema/action";
import { placeOf, readAction } from "../schema/action-proposal";
import { actionEntry } from "./action-entry";
import { placeChoices, placedOn } from "./action-place";

const record = waveRecordOfFiles(readRecordFiles());

function typed(changes: Partial<ActionInput> = {}): ActionInput {
  return actionInputSchema.parse({
    ...{ recordKind: "action", waveId: "kz22", actionType: "strike", stoppage: "yes", scope: "employer" },
    ...{ workforceId: "KZ22-W11", place: "region KZ-KAR", date: "2022-01-05", precision: "day", certainty: "claimed" },
    sources: [{ existing: "KZ22-S4", quote: "the mines stand still", language: "en" }],
    ...changes,
  });
}
const entryOf = (changes: Partial<ActionInput> = {}) => actionEntry(typed(changes), [record], "new_record");

describe("a proposed action beside the record", () => {
  it("is read whole, by the clock of its place, with what on record may be the same", () => {
    const entry = entryOf();
    expect(entry?.problems).toEqual([]);
    expect(entry?.workforce?.id).toBe("KZ22-W11");
    expect(new Date(entry?.start?.earliest ?? 0).toISOString()).toBe("2022-01-04T18:00:00.000Z");
    expect(entry?.similar.map(({ id }) => id)).toContain("KZ22-A18");
    expect(entryOf({ date: "2022-01-03" })?.similar.map(({ id }) => id)).not.toContain("KZ22-A18");
    const elsewhere = { workforceId: "", participants: "miners" };
    expect(entryOf(elsewhere)?.similar.map(({ id }) => id)).not.toContain("KZ22-A18");
  });

  it("is marked where work is said to have stopped and no recorded workforce is named", () => {
    const unnamed = { workforceId: "", participants: "miners" };
    expect(entryOf(unnamed)?.notes).toContain("stoppage_without_workforce");
    expect(entryOf({ ...unnamed, stoppage: "unclear" })?.notes).not.toContain("stoppage_without_workforce");
    expect(entryOf()?.notes).not.toContain("stoppage_without_workforce");
  });

  it("is nothing where the payload is of another kind or its wave is not there", () => {
    expect(actionEntry({ recordKind: "solidarity" }, [record], "new_record")).toBeNull();
    expect(actionEntry(typed({ waveId: "zz30" }), [record], "new_record")).toBeNull();
  });
});

describe("where an action was", () => {
  it("is a locality with the region it was in on that day, a region of that day, or the country", () => {
    const at = (place: string, date: string) => {
      const read = placeOf(place);
      return read && placedOn(read, date, record);
    };
    expect(at("locality zhezkazgan", "2022-01-05")).toEqual({ localityId: "zhezkazgan", regionId: "KZ-KAR" });
    expect(at("locality zhezkazgan", "2023-01-05")?.regionId).not.toBe("KZ-KAR");
    expect(at("region KZ-33", "2022-01-05")).toBeNull();
    expect(at("country", "2022-01-05")).toEqual({ localityId: null, regionId: null });
    expect(at("nowhere", "2022-01-05")).toBeNull();
  });

  it("can be everything that the form offers, on the first day of the wave", () => {
    const { country, regions, localities } = placeChoices(record, {
      country: "everywhere",
      name: (names) => names.en ?? "",
      locale: "en",
    });
    for (const { value } of [country, ...regions, ...localities]) {
      const place = placeOf(value);
      expect(place && placedOn(place, record.wave.firstDay, record), value).not.toBeNull();
    }
    expect(country).toEqual({ value: "country", label: "everywhere" });
  });
});

it("reads whatever is typed without a surprise, and proposes nothing that has problems", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("", "2022-01-05", "region KZ-KAR", "yes", "country"));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(actionInputSchema.shape)), text), (payload) => {
      const input = readActionInput({ ...payload, recordKind: "action", sources: [] });
      const reading = readAction(input);
      expect("problems" in reading && reading.problems.length > 0).toBe(true);
    }),
  );
  expect(readAction(typed({ endDate: "2022-01-09" }))).toMatchObject({ proposal: { end: { date: "2022-01-09" } } });
});
