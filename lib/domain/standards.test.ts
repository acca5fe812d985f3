import { describe, expect, it } from "vitest";
import { syntheticAction, syntheticFigure, syntheticMoment, syntheticRecord } from "@/prisma/seed/synthetic-record";
import { NO_LENS } from "./lens";
import type { Moment } from "./moment";
import { exact } from "./quantity";
import { recordAboveThreshold } from "./record-above-threshold";
import { stoppageOf } from "./stoppage";
import { throughLens } from "./through-lens";
import { countedActions, totalsOf } from "./totals";
import type { ActionRow, FigureRow, WaveRecord } from "./wave-record";
import { applyRule, readWords } from "./words";

/** Worked examples of the standards with the figures they publish. Each goes the whole way from a record. */

const people = (n: number) => exact(n, "people");
const hour = (day: number, at: number): Moment => syntheticMoment(day, [at, at], "minute");
const lasting = (from: number, to: number) => ({
  period: { start: syntheticMoment(from), end: syntheticMoment(to), openEnd: false },
});
const strike = (id: string, change: Partial<ActionRow> = {}) =>
  syntheticAction(id, { workforceIds: [`W-${id}`], ...change });
const about = (actionId: string, id: string, change: Partial<FigureRow>) =>
  syntheticFigure(id, { actionId, ...change });

function measured(action: ActionRow, ...figures: FigureRow[]) {
  const [counted] = countedActions(syntheticRecord({ actions: [action], figures }));
  if (counted === undefined) throw new Error("the action does not count");
  return stoppageOf(counted);
}

const kept = (parts: Partial<WaveRecord>, threshold: "bls" | "ons" | "kz") =>
  recordAboveThreshold(syntheticRecord(parts), threshold).stoppages;

describe("US Bureau of Labor Statistics", () => {
  it("handbook: 4,000 workers idle for 10 days are 40,000 days of idleness", () => {
    const daily = Array.from({ length: 10 }, (_, index) =>
      about("A1", `F${index}`, { asOf: syntheticMoment(index + 1), quantity: people(4000) }),
    );
    const average = about("A1", "F1", { basis: "average", quantity: people(4000) });
    for (const figures of [daily, [average]]) {
      expect(measured(strike("A1", lasting(1, 10)), ...figures).daysNotWorked).toMatchObject({
        lower: 40_000,
        upper: 40_000,
      });
    }
  });

  it("major work stoppages: 1,000 workers or more, and at least one full shift", () => {
    const day = { period: { start: hour(1, 0), end: hour(2, 0), openEnd: false } };
    const brief = { period: { start: hour(1, 8), end: hour(1, 12), openEnd: false } };
    const sized = (id: string, workers: number) => about(id, `F-${id}`, { basis: "peak", quantity: people(workers) });
    const actions = [strike("A1", day), strike("A2", day), strike("A3", brief)];
    expect(kept({ actions, figures: [sized("A1", 1000), sized("A2", 999), sized("A3", 5000)] }, "bls")).toEqual({
      meets: ["A1"],
      below: ["A2", "A3"],
      cannot_say: [],
    });
  });
});

describe("UK Office for National Statistics", () => {
  it("counts fewer than 10 workers, or less than half a day, only from 100 days lost in total", () => {
    const nine = (id: string, days: number) =>
      [strike(id, lasting(1, days)), about(id, `F-${id}`, { basis: "average", quantity: people(9) })] as const;
    // 9 × 12 = 108 days and 9 × 11 = 99.
    const [long, ofLong] = nine("A1", 12);
    const [short, ofShort] = nine("A2", 11);
    const peaks = ["A1", "A2"].map((id) => about(id, `P-${id}`, { basis: "peak", quantity: people(9) }));
    expect(kept({ actions: [long, short], figures: [ofLong, ofShort, ...peaks] }, "ons")).toMatchObject({
      meets: ["A1"],
      below: ["A2"],
    });
  });
});

describe("Government of Kazakhstan, briefing of 2022", () => {
  it("counted 34 stoppages of three hours or more, 33 of them in Mangystau: shorter ones fall out", () => {
    const stopped = (id: string, regionId: string, hours: number) =>
      strike(id, { regionId, period: { start: hour(1, 8), end: hour(1, 8 + hours), openEnd: false } });
    const mangystau = Array.from({ length: 33 }, (_, index) => stopped(`M${index}`, "KZ-MAN", 3 + (index % 4)));
    const actions = [...mangystau, stopped("B1", "KZ-AKT", 3), stopped("S1", "KZ-MAN", 2)];
    const read = recordAboveThreshold(syntheticRecord({ actions }), "kz");
    expect(read.stoppages?.meets).toHaveLength(34);
    expect(read.stoppages?.below).toEqual(["S1"]);
    expect(read.actions.filter(({ regionId }) => regionId === "KZ-MAN")).toHaveLength(33);
  });
});

describe("ILO, resolution of the 15th International Conference of Labour Statisticians, 1993", () => {
  it("takes a stoppage in support of other workers for a strike", () => {
    const [totals] = totalsOf(syntheticRecord({ actions: [strike("A1", { solidarity: true })] }));
    expect(totals).toMatchObject({ kind: "strike", actions: ["A1"] });
  });

  it("keeps workers directly involved apart from those who could not work because of them", () => {
    const record = syntheticRecord({
      actions: [strike("A1")],
      figures: [
        about("A1", "F1", { quantity: people(300) }),
        about("A1", "F2", { measure: "workers_indirectly_involved", quantity: people(900) }),
      ],
    });
    expect(totalsOf(record).map(({ measure, totals }) => [measure, totals[0]?.sum])).toMatchObject([
      ["workers_directly_involved", { lower: 300, upper: 300 }],
      ["workers_indirectly_involved", { lower: 900, upper: 900 }],
      ["attendance", undefined],
    ]);
  });
});

describe("Belarus, sources and methods of the ILO", () => {
  it("takes workers as the average of daily absences: average × days is the sum over days", () => {
    const absent = [120, 80, 100];
    const daily = absent.map((n, index) =>
      about("A1", `F${index}`, { asOf: syntheticMoment(index + 1), quantity: people(n) }),
    );
    const average = about("A1", "F9", { basis: "average", quantity: people(100) });
    const three = strike("A1", lasting(1, 3));
    expect(measured(three, ...daily).daysNotWorked).toMatchObject({ method: "daily", lower: 300, upper: 300 });
    expect(measured(three, average).daysNotWorked).toMatchObject({ method: "average", lower: 300, upper: 300 });
  });
});

describe("Crowd Counting Consortium and Count Love", () => {
  it("read 'hundreds' as 200 and as 100, Turnout as 200 or more: the totals follow the rule", () => {
    const reading = readWords("hundreds", "turnout");
    if ("refusal" in reading) throw new Error(reading.refusal);
    expect(applyRule("ccc", reading.quantity)).toMatchObject({ lower: 200, upper: 200 });
    const crowd = { measure: "attendance", quantity: reading.quantity } as const;
    const rally = (id: string) => strike(id, { type: "rally", stoppage: "no", workforceIds: [] });
    const record = syntheticRecord({
      actions: [rally("A1"), rally("A2")],
      figures: [about("A1", "F1", crowd), about("A2", "F2", crowd)],
    });
    const sumBy = (rule: "turnout" | "ccc" | "count_love" | "words_only") =>
      totalsOf(throughLens(record, { ...NO_LENS, rule })).find(({ kind }) => kind === "rally")?.totals[0]?.sum;
    expect(sumBy("turnout")).toMatchObject({ lower: 400, upper: null });
    expect(sumBy("ccc")).toMatchObject({ lower: 400, upper: 400 });
    expect(sumBy("count_love")).toMatchObject({ lower: 200, upper: 200 });
    expect(sumBy("words_only")).toBeUndefined();
  });
});
