import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { waitingAlike } from "./waiting-alike";

const records = [waveRecordOfFiles(readRecordFiles())];
const figure = {
  ...{ waveId: "kz22", workforceId: "KZ22-W11", actionId: "KZ22-A18", date: "2022-01-05", claimant: "press" },
  ...{ mode: "number", number: "1200", sources: [{ url: "https://paper.example/miners/" }] },
};
const waiting = (id: string, payload: object) => ({ id, handle: `from-${id}`, payload });
const alike = (payload: object, others: ReturnType<typeof waiting>[]) =>
  waitingAlike([{ id: "own", payload }], others, records).get("own");

describe("what waits and may say the same", () => {
  it("is a claim of one claimant of the same moment with the same number, or from the same source that is on record nowhere yet", () => {
    const other = { ...figure, sources: [{ url: "https://other.example/" }] };
    const misread = { ...figure, number: "12000", sources: [{ url: "http://www.paper.example/miners?utm_source=x" }] };
    expect(
      alike(figure, [
        waiting("number", other),
        waiting("source", misread),
        waiting("neither", { ...other, number: "12000" }),
        waiting("claimant", { ...misread, claimant: "union" }),
        waiting("hour", { ...misread, precision: "hour", hour: "10" }),
        waiting("later", { ...figure, date: "2022-01-09" }),
        waiting("measure", { ...figure, measure: "arrests" }),
      ]),
    ).toEqual([
      { id: "number", handle: "from-number", isSameNumber: true },
      { id: "source", handle: "from-source", isSameNumber: false },
    ]);
  });

  it("is never the entry itself, nor anything of an empty form", () => {
    expect(alike(figure, [waiting("own", figure)])).toEqual([]);
    expect(alike({ waveId: "kz22" }, [waiting("other", { waveId: "kz22" })])).toEqual([]);
    expect(alike({ nothing: "known" }, [waiting("other", figure)])).toEqual([]);
  });

  it("is of the same wave, kind and place where it is no claim", () => {
    const event = { recordKind: "event", waveId: "kz22", eventKind: "repression", date: "2022-01-06" };
    const others = [
      waiting("one", { ...event, place: "region KZ-KAR" }),
      waiting("two", { ...event, place: "region KZ-AKT" }),
      waiting("three", { ...event, place: "region KZ-KAR", waveId: "other" }),
      waiting("four", figure),
    ];
    expect(alike({ ...event, place: "region KZ-KAR" }, others)).toEqual([
      { id: "one", handle: "from-one", isSameNumber: null },
    ]);
    expect(alike(event, others)).toEqual([]);
  });

  it("is a source whose address another one names too", () => {
    const source = (url: string) => ({ recordKind: "source", waveId: "kz22", sources: [{ url }] });
    const others = [waiting("same", source("https://paper.example/miners#top"))];
    expect(alike(source("https://paper.example/miners"), others)).toHaveLength(1);
  });
});
