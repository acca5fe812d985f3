import { describe, expect, it } from "vitest";
import {
  syntheticAction,
  syntheticMoment,
  syntheticRecord,
  syntheticRegion,
  syntheticSolidarity,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { solidarityInputSchema } from "../schema/solidarity";
import { solidarityEntry } from "./solidarity-entry";

const record = syntheticRecord({
  regions: [syntheticRegion("R0"), syntheticRegion("R1", 300)],
  workforces: [
    syntheticWorkforce("ZZ30-W1", { regionId: "R1" }),
    syntheticWorkforce("ZZ30-W2", { state: "retracted" }),
  ],
  actions: [
    syntheticAction("ZZ30-A1", { workforceIds: ["ZZ30-W1"] }),
    syntheticAction("ZZ30-A2", { type: "rally", stoppage: "unclear" }),
  ],
  solidarity: [
    syntheticSolidarity("ZZ30-L1", { workforceId: "ZZ30-W1", givenAt: syntheticMoment(2) }),
    syntheticSolidarity("ZZ30-L2", { supporterName: { en: "A Union" }, givenAt: syntheticMoment(2) }),
    syntheticSolidarity("ZZ30-L3", { supporterName: { en: "A union" }, givenAt: syntheticMoment(9) }),
  ],
});

function entry(changes: object = {}) {
  const payload = solidarityInputSchema.parse({
    ...{ recordKind: "solidarity", waveId: "zz30", solidarityKind: "statement", supporterKind: "organisation" },
    ...{ supporterName: "A union", fromCountry: "TR", supported: "wave", text: "It said so.", date: "2030-05-02" },
    sources: [{ url: "https://example.org/a", title: "A", language: "en", tier: "one" }],
    ...changes,
  });
  const read = solidarityEntry(payload, [record], "new_record");
  if (read === null) throw new Error("not read");
  return read;
}

const asWorkforce = { supporterKind: "workforce", workforceId: "ZZ30-W1", supporterName: "" };

describe("a proposed act of support beside the record", () => {
  it("shows what is on record of the same supporter at the same time, whatever the capitals", () => {
    expect(entry().similar.map(({ id }) => id)).toEqual(["ZZ30-L2"]);
    expect(entry(asWorkforce).similar.map(({ id }) => id)).toEqual(["ZZ30-L1"]);
    expect(entry({ date: "" }).similar).toEqual([]);
  });

  it("goes by the clock of the workforce where no action gives a place", () => {
    expect(entry(asWorkforce).givenAt?.earliest).toBe(Date.parse("2030-05-02T00:00+05:00"));
    expect(entry().givenAt?.earliest).toBe(Date.parse("2030-05-02T00:00Z"));
  });

  it("says of a sympathy strike whether the record counts it", () => {
    const strike = { ...asWorkforce, solidarityKind: "solidarity_strike" };
    expect(entry(strike).notes).toEqual(["strike_without_record"]);
    expect(entry({ ...strike, asActionId: "ZZ30-A1" }).notes).toEqual([]);
    expect(entry({ ...strike, asActionId: "ZZ30-A2" }).notes).toEqual([
      "strike_recorded_otherwise",
      "action_of_others",
    ]);
  });

  it("takes no retracted workforce, and is of high impact by its people alone", () => {
    expect(entry({ ...asWorkforce, workforceId: "ZZ30-W2" }).workforce).toBeNull();
    expect(entry().impact.required).toBe(1);
    expect(entry({ amountUnit: "people", lower: "10 000" }).impact).toEqual({ required: 2, reasons: ["many_people"] });
    expect(entry({ amountUnit: "tenge", lower: "10 000 000" }).impact.required).toBe(1);
  });

  it("warns of support that retells others alone", () => {
    const second = [{ url: "https://example.org/a", title: "A", language: "en", tier: "two" }];
    expect(entry({ sources: second }).notes).toEqual(["only_tier_two"]);
  });

  it("is nothing of a payload of another kind or of a wave that is not there", () => {
    expect(solidarityEntry({}, [record], "new_record")).toBeNull();
    expect(solidarityEntry(entry().input, [], "new_record")).toBeNull();
  });
});
