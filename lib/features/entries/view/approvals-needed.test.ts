import { describe, expect, it } from "vitest";
import type { EntryState } from "@/lib/domain/entry";
import type { ImpactReason } from "@/lib/domain/impact";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { approvalsNeeded } from "./approvals-needed";
import { entryAbout } from "./entry-about";
import type { DecisionRow } from "./rows";

const whole = [{ wave: { id: "w" } }] as WaveRecord[];
const partial = [{ wave: { id: "w" }, part: {} }] as WaveRecord[];
const approval: DecisionRow = {
  ...{ id: 1, entryVersion: 1, verb: "approve", reason: "It was counted", standing: "normal", at: 0 },
};
const preferred: DecisionRow = { ...approval, standing: "preferred" };

type Case = { state: EntryState; stored: number; now?: ImpactReason[]; decisions?: DecisionRow[]; of?: WaveRecord[] };
function needed({ state, stored, now = [], decisions = [], of = whole }: Case) {
  const impact = { required: now.length > 0 ? (2 as const) : (1 as const), reasons: now };
  const { required, reasons } = approvalsNeeded(
    { state, version: 1, waveId: "w", approvalsRequired: stored, decisions },
    impact,
    of,
  );
  return [required, ...reasons];
}

describe("how many approvals an entry is said to need", () => {
  it("is counted by the record as it is now while nobody has approved it, as its approval counts it", () => {
    expect(needed({ state: "submitted", stored: 2 })).toEqual([1]);
    expect(needed({ state: "submitted", stored: 1, now: ["deaths"] })).toEqual([2, "deaths"]);
  });

  it("is two for whatever changes what is published", () => {
    for (const kind of ["correction", "retraction"] as const) {
      const { impact } = entryAbout({ payload: {}, kind }, []);
      expect(impact).toEqual({ required: 2, reasons: [kind] });
      expect(needed({ state: "submitted", stored: 2, now: impact.reasons })).toEqual([2, kind]);
    }
  });

  it("is never said to be two without a reason", () => {
    expect(needed({ state: "approved_once", stored: 2, decisions: [approval] })).toEqual([2, "kept"]);
    expect(needed({ state: "approved_once", stored: 2, decisions: [preferred] })).toEqual([2, "preference"]);
    const both = { stored: 2, now: ["deaths" as const], decisions: [preferred] };
    expect(needed({ state: "approved_once", ...both })).toEqual([2, "deaths", "preference"]);
    expect(needed({ state: "submitted", stored: 2, of: partial })).toEqual([2, "kept"]);
    // An approval of an earlier version prefers nothing of this one.
    const earlier = [{ ...preferred, entryVersion: 0 }];
    expect(needed({ state: "rejected", stored: 2, decisions: earlier })).toEqual([2, "kept"]);
  });
});
