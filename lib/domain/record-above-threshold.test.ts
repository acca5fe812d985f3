import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticAction, syntheticFigure, syntheticMoment, syntheticRecord } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { NO_LENS } from "./lens";
import { exact } from "./quantity";
import { recordAboveThreshold } from "./record-above-threshold";
import { throughLens } from "./through-lens";
import type { ActionRow } from "./wave-record";

const twoDays = {
  start: syntheticMoment(1, [0, 0], "minute"),
  end: syntheticMoment(3, [0, 0], "minute"),
  openEnd: false,
};
const strike = (id: string, change: Partial<ActionRow> = {}) =>
  syntheticAction(id, { workforceIds: [`W-${id}`], period: twoDays, ...change });
const peak = (actionId: string, workers: number) =>
  syntheticFigure(`F-${actionId}`, { actionId, basis: "peak", quantity: exact(workers, "people") });

describe("recordAboveThreshold", () => {
  const record = syntheticRecord({
    actions: [strike("A1"), strike("A2"), strike("A3"), strike("A4", { type: "rally", stoppage: "no" })],
    figures: [peak("A1", 1000), peak("A2", 999)],
  });

  it("leaves out what is certainly below with its figures, and keeps what nobody can say", () => {
    const read = recordAboveThreshold(record, "bls");
    expect(read.stoppages).toEqual({ meets: ["A1"], below: ["A2"], cannot_say: ["A3"] });
    expect(read.actions.map(({ id }) => id)).toEqual(["A1", "A3", "A4"]);
    expect(read.figures.map(({ actionId }) => actionId)).toEqual(["A1"]);
  });

  it("measures no rally, but a stoppage during one", () => {
    const stopped = strike("A1", { type: "rally", stoppage: "yes" });
    const read = recordAboveThreshold(syntheticRecord({ actions: [stopped], figures: [peak("A1", 5)] }), "bls");
    expect(read.actions).toEqual([]);
    expect(read.stoppages?.below).toEqual(["A1"]);
  });

  it("changes nothing without a threshold", () => {
    expect(recordAboveThreshold(record, "none")).toBe(record);
  });

  it("is read through a lens before one claimant is heard: a strike is not small because its employer is silent", () => {
    const lens = { ...NO_LENS, threshold: "bls", claimant: "employer" } as const;
    expect(throughLens(record, lens)).toMatchObject({
      lens,
      stoppages: { meets: ["A1"], below: ["A2"] },
      figures: [],
    });
  });

  it.each(["bls", "ons", "kz"] as const)(
    "keeps every stoppage of January 2022 by %s, for no size is known",
    (threshold) => {
      const real = waveRecordOfFiles(readRecordFiles());
      const read = recordAboveThreshold(real, threshold);
      expect(read.actions).toHaveLength(real.actions.length);
      expect(read.stoppages?.below).toEqual([]);
      const sure = threshold === "kz" ? ["KZ22-A124"] : [];
      expect(read.stoppages?.meets).toEqual(sure);
      expect(read.stoppages?.cannot_say).toHaveLength(12 - sure.length);
    },
  );
});
