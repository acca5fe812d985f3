import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { warningsOf, warningsToDecide } from "./entry-warnings";

const records = [waveRecordOfFiles(readRecordFiles())];
const [record] = records;
const rate = record?.figures.find(({ measure, actionId }) => measure === "participation_rate" && actionId !== null);
const cut = record?.coverageNotes.find(({ cause }) => cause === "internet_cut");

const figure = { waveId: "kz22", workforceId: "KZ22-W11", actionId: "KZ22-A18", date: "2022-01-05", mode: "number" };
const codes = (payload: object) => warningsOf(payload, records).map(({ code }) => code);

describe("what stands out while a record is typed", () => {
  it("is nothing for an empty form of any kind, or for what is no form", () => {
    expect(codes({ waveId: "kz22" })).toEqual([]);
    for (const recordKind of ["action", "solidarity", "event", "demand", "workforce", "workforce_size", "source"])
      expect([recordKind, codes({ recordKind, waveId: "kz22" })]).toEqual([recordKind, []]);
    expect(codes({ nothing: "known" })).toEqual([]);
    expect(codes({ ...figure, waveId: "other" })).toEqual([]);
  });

  it("tells the claims there with what is accepted of them, whatever number is typed", () => {
    const day = new Date((rate?.asOf.earliest ?? 0) + 12 * 3_600_000).toISOString().slice(0, 10);
    const typed = {
      ...{ waveId: "kz22", actionId: rate?.actionId ?? "", workforceId: rate?.workforceId ?? "", date: day },
      ...{ measure: "participation_rate", basis: rate?.basis ?? "" },
    };
    const told = warningsOf(typed, records).find(({ code }) => code === "claims_there");
    expect(told).toMatchObject({ claims: expect.arrayContaining([expect.objectContaining({ id: rate?.id })]) });
  });

  it("tells what was claimed of another moment, once there is something to count and a time", () => {
    const arrests = { recordKind: "wider_figure", waveId: "kz22", measure: "arrests", basis: "cumulative" };
    const told = warningsOf({ ...arrests, about: "wave", date: "2022-01-10" }, records);
    expect(told).toMatchObject([
      { code: "claims_near", claims: [{ id: "KZ22-F153", asOf: { precision: "month" }, timeZone: "Asia/Almaty" }] },
    ]);
    expect(codes({ ...arrests, about: "wave", date: "2023-01-10" })).toEqual(["claims_near"]);
    expect(codes({ ...arrests, about: "event KZ22-E118", date: "2023-01-10" })).toEqual(["claims_there"]);
    expect(codes({ ...arrests, about: "wave" })).toEqual([]);
    expect(codes({ ...arrests, about: "", date: "2022-01-10" })).toEqual([]);
    const day = new Date((rate?.asOf.earliest ?? 0) + 6 * 86_400_000).toISOString().slice(0, 10);
    const later = { waveId: "kz22", actionId: rate?.actionId ?? "", measure: "participation_rate", date: day };
    expect(codes(later)).toContain("claims_near");
  });

  it("asks after a text in other letters than its language has, once for a field, in a draft without one too", () => {
    const text = "Шахтёры не спустились в забой";
    const event = { recordKind: "event", waveId: "kz22", text, note: text };
    const asked = (languages: object) =>
      warningsOf({ ...event, ...languages }, records).flatMap((one) =>
        one.code === "other_language" ? [[one.field, one.language]] : [],
      );
    expect(asked({ textLanguage: "en", noteLanguage: "ru" })).toEqual([["textLanguage", "en"]]);
    expect(asked({ textLanguage: "ru", noteLanguage: "tr" })).toEqual([["noteLanguage", "tr"]]);
    expect(asked({ textLanguage: "kk", noteLanguage: "" })).toEqual([["noteLanguage", "en"]]);
  });

  it("tells a workforce at another place than it is on record in, and of no action on record that it is", () => {
    const strike = { recordKind: "action", waveId: "kz22", workforceId: "KZ22-W11" };
    const told = warningsOf({ ...strike, place: "region KZ-ALA" }, records);
    expect(told).toMatchObject([{ code: "place_elsewhere", field: "place", id: "KZ22-W11" }]);
    expect(told).toMatchObject([
      { place: { en: expect.stringContaining("Almaty") }, homes: [{ en: "Karaganda Region" }] },
    ]);
    for (const place of ["region KZ-KAR", "country", "", "locality zhezkazgan", "region KZ-NONE"])
      expect([place, codes({ ...strike, place })]).toEqual([place, []]);
    expect(codes({ ...strike, workforceId: "", place: "region KZ-ALA" })).toEqual([]);
    const rally = record?.actions.find(({ regionId }) => regionId === "KZ-ALA")?.id ?? "";
    expect(codes({ ...figure, number: "", date: "", actionId: rally })).toEqual(["place_elsewhere"]);
    const support = { recordKind: "solidarity", waveId: "kz22", supporterKind: "workforce", workforceId: "KZ22-W11" };
    expect(codes({ ...support, asActionId: rally })).toEqual(["place_elsewhere"]);
    expect(codes({ ...support, supporterKind: "union", asActionId: rally })).toEqual([]);
    for (const { id, workforceIds } of record?.actions ?? [])
      for (const workforceId of workforceIds)
        expect([id, workforceId, codes({ waveId: "kz22", workforceId, actionId: id })]).not.toContain(
          "place_elsewhere",
        );
  });

  it("tells moderators nothing twice: what stands on the page of the decision in a place of its own is left out", () => {
    const arrests = {
      recordKind: "wider_figure",
      waveId: "kz22",
      measure: "arrests",
      basis: "cumulative",
      about: "wave",
    };
    const entry = { ...arrests, date: "2021-12-30", note: "Call me on +7 701 123 45 67" };
    const told = (withClaims: boolean) => warningsToDecide(entry, records, withClaims).map(({ code }) => code);
    expect(codes(entry)).toEqual(["leads_to_person", "before_wave", "claims_near"]);
    expect([told(true), told(false)]).toEqual([["before_wave"], ["before_wave", "claims_near"]]);
  });

  it("tells a number above all that there are, and words for digits", () => {
    expect(codes({ ...figure, number: "90000000" })).toContain("above_workforce");
    const uncounted = record?.workforces.find(
      ({ id, employerId, regionId }) =>
        employerId === null &&
        regionId !== null &&
        record.workforceSizes.every(({ workforceId }) => workforceId !== id),
    );
    const about = { workforceId: uncounted?.id ?? "", actionId: "", number: "90000000" };
    expect(codes({ ...figure, ...about })).toContain("above_population");
    expect(codes({ ...figure, number: "hundreds" })).toEqual(["looks_like_words"]);
    expect(codes({ ...figure, date: "2021-12-30" })).toEqual(["before_wave"]);
  });

  it("tells a crowd, or a number of a region or the whole wave, above everybody who lives there", () => {
    const crowd = { recordKind: "wider_figure", waveId: "kz22", measure: "attendance", date: "2022-01-05" };
    const rally = record?.actions.find(({ regionId }) => regionId === "KZ-ALA")?.id;
    const event = record?.events.find(({ regionId }) => regionId === "KZ-ALA")?.id;
    const above = (about: string, number: string) =>
      codes({ ...crowd, mode: "number", about, number }).includes("above_population");
    for (const about of [`action ${rally}`, `event ${event}`, "region KZ-MAN", "wave"])
      expect([about, above(about, "99000000"), above(about, "9000")]).toEqual([about, true, false]);
    expect([above("region KZ-MAN", "2000000"), above("wave", "2000000")]).toEqual([true, false]);
    expect([above("", "99000000"), above("action KZ22-A99999", "99000000")]).toEqual([false, false]);
  });

  it("tells a number above all that anybody counted around a workforce nobody counted exactly", () => {
    const about = { ...figure, workforceId: "KZ22-W5", actionId: "", number: "60000" };
    expect(codes(about)).toContain("above_workforce");
    expect(codes({ ...about, number: "3000" })).not.toContain("above_workforce");
  });

  it("tells its author what in a text leads to a person, and nothing of what only moderators read", () => {
    const noted = { ...figure, note: "Call me on +7 701 123 45 67" };
    expect(warningsOf(noted, records)).toMatchObject([{ code: "leads_to_person", found: ["+7 701 123 45 67"] }]);
    expect(codes({ ...figure, confidentialNote: "Call me on +7 701 123 45 67" })).toEqual([]);
  });

  it("tells of a source that is on record, and of a cut of reports that is", () => {
    const url = record?.sources.find((source) => source.url?.startsWith("https://"))?.url ?? "";
    const known = { ...figure, sources: [{ url: `${url}#part` }] };
    expect(warningsOf(known, records)).toMatchObject([{ code: "source_known", field: "sources.0.url" }]);
    const day = new Date((cut?.period.start.latest ?? 0) + 6 * 3_600_000).toISOString().slice(0, 10);
    const place = cut?.regionId ? `region ${cut.regionId}` : "country";
    const gap = { recordKind: "coverage_note", waveId: "kz22", cause: "internet_cut", date: day };
    expect(warningsOf({ ...gap, place }, records)).toMatchObject([
      {
        code: "likely_duplicate",
        records: expect.arrayContaining([{ id: cut?.id, text: cut?.text, day }]),
      },
    ]);
  });
});
