import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticAction,
  syntheticMoment,
  syntheticRecord,
  syntheticSolidarity,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { countSolidarity, solidarityNetwork } from "./solidarity";
import type { ActionRow, SolidarityRow, WaveRecord } from "./wave-record";

const workforces = ["W1", "W2", "W3"].map((id) => syntheticWorkforce(id, { regionId: id === "W3" ? null : `R-${id}` }));
const act = syntheticSolidarity;
const record = (parts: Partial<WaveRecord>) => syntheticRecord({ workforces, ...parts });

describe("solidarityNetwork", () => {
  it("leads one act to each workforce of the action supported, and stays one act", () => {
    const actions = [syntheticAction("A1", { workforceIds: ["W1", "W2", "W1"] })];
    const network = solidarityNetwork(record({ actions, solidarity: [act("L1", { toActionId: "A1" })] }));
    expect(network.acts).toHaveLength(1);
    expect(network.acts[0]?.to).toEqual(["W1", "W2"]);
    expect(network.supported).toEqual([
      { key: "W1", kind: "workforce", workforceId: "W1", regionId: "R-W1" },
      { key: "W2", kind: "workforce", workforceId: "W2", regionId: "R-W2" },
    ]);
  });

  it("keeps an action without workforces, one no longer in force and the wave apart as what was supported", () => {
    const actions = [
      syntheticAction("A1", { regionId: "R1" }),
      syntheticAction("A2", { state: "retracted", workforceIds: ["W1"] }),
    ];
    const solidarity = [act("L1", { toActionId: "A1" }), act("L2", { toActionId: "A2" }), act("L3")];
    expect(solidarityNetwork(record({ actions, solidarity })).supported).toEqual([
      { key: "A1", kind: "action", actionId: "A1", regionId: "R1" },
      { key: "A2", kind: "action", actionId: "A2", regionId: null },
      { key: "wave", kind: "wave", regionId: null },
    ]);
  });

  it("takes two acts of one workforce for one supporter, whatever name each gives it, and two names for two", () => {
    const named = (id: string, en: string, fromCountry = "ZZ") => act(id, { supporterName: { en }, fromCountry });
    const solidarity = [
      act("L1", { workforceId: "W1", supporterName: { en: "Miners" } }),
      act("L2", { workforceId: "W1", supporterName: { en: "The miners" } }),
      named("L3", "A union"),
      named("L4", " a Union"),
      named("L5", "A union", "FR"),
    ];
    const { supporters, acts } = solidarityNetwork(record({ solidarity }));
    expect(supporters.map(({ names }) => names.en)).toEqual(["Miners", "A union", "A union"]);
    expect(supporters.map(({ isAbroad }) => isAbroad)).toEqual([false, false, true]);
    expect(acts.map(({ from }) => supporters.findIndex(({ key }) => key === from))).toEqual([0, 0, 1, 1, 2]);
  });

  it("places a supporter in its workforce's region, or where what it did was, once any act says so", () => {
    const actions = [syntheticAction("A1", { regionId: "R7" })];
    const solidarity = [act("L1", { workforceId: "W3" }), act("L2", { workforceId: "W3", asActionId: "A1" })];
    const [supporter] = solidarityNetwork(record({ actions, solidarity })).supporters;
    expect(supporter?.regionId).toBe("R7");
    const [own] = solidarityNetwork(
      record({ actions, solidarity: [act("L1", { workforceId: "W1", asActionId: "A1" })] }),
    ).supporters;
    expect(own?.regionId).toBe("R-W1");
  });

  it("goes by time, with undated acts last and equal ones by their number", () => {
    const at = (day: number, precision: "day" | "none" = "day") => syntheticMoment(day, undefined, precision);
    const solidarity = [
      act("L10", { givenAt: at(3) }),
      act("L9", { givenAt: at(3) }),
      act("L1", { givenAt: at(1, "none") }),
      act("L4", { givenAt: at(2), state: "retracted" }),
      act("L5", { givenAt: at(2) }),
    ];
    expect(solidarityNetwork(record({ solidarity })).acts.map(({ row }) => row.id)).toEqual(["L5", "L9", "L10", "L1"]);
  });
});

const arbitraryActions = fc
  .array(
    fc.record<Partial<ActionRow>>({
      type: fc.constantFrom("strike", "rally", "blockade"),
      stoppage: fc.constantFrom("yes", "no", "unclear"),
      solidarity: fc.boolean(),
      state: fc.constantFrom("published", "published", "retracted"),
      workforceIds: fc.subarray(["W1", "W2", "W3"]),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((columns, index) => syntheticAction(`A${index}`, columns)));
const actionId = fc.option(fc.integer({ min: 0, max: 7 }).map((index) => `A${index}`));
const arbitraryActs = fc
  .array(
    fc.record<Partial<SolidarityRow>>({
      kind: fc.constantFrom("solidarity_strike", "rally", "statement", "fund", "refusal_to_handle_work"),
      workforceId: fc.constantFrom("W1", "W2", null),
      fromCountry: fc.constantFrom("ZZ", "FR"),
      state: fc.constantFrom("published", "published", "retracted"),
      toActionId: actionId,
      asActionId: actionId,
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((columns, index) => act(`L${index}`, columns)));

describe("countSolidarity", () => {
  it("counts a sympathy strike once, whatever number of acts names it and whether it says so itself", () => {
    const actions = [syntheticAction("A1", { solidarity: true }), syntheticAction("A2"), syntheticAction("A3")];
    const strike = (id: string, asActionId: string | null) => act(id, { kind: "solidarity_strike", asActionId });
    const solidarity = [strike("L1", "A1"), strike("L2", "A1"), strike("L3", "A2")];
    expect(countSolidarity(record({ actions, solidarity }))).toMatchObject({
      acts: 3,
      strikes: ["A1", "A2"],
      otherwise: [],
      uncounted: [],
      unlinked: [],
    });
  });

  it("says which acts called a strike are none in the record, and which actions stand with nobody named", () => {
    const actions = [
      syntheticAction("A1", { type: "rally", stoppage: "unclear" }),
      syntheticAction("A2", { type: "rally", stoppage: "unclear", solidarity: true }),
    ];
    const solidarity = [
      act("L1", { kind: "solidarity_strike", asActionId: "A1" }),
      act("L2", { kind: "solidarity_strike" }),
      act("L3", { kind: "solidarity_strike", asActionId: "A9" }),
      act("L4", { kind: "rally" }),
    ];
    const count = countSolidarity(record({ actions, solidarity }));
    expect(count).toMatchObject({ strikes: [], otherwise: ["L1"], uncounted: ["L2", "L3"], unlinked: ["A2"] });
  });

  it("never makes a strike of an act, and never loses or doubles an act, of any record", () => {
    fc.assert(
      fc.property(arbitraryActions, arbitraryActs, (actions, solidarity) => {
        const read = record({ actions, solidarity });
        const count = countSolidarity(read);
        const published = solidarity.filter(({ state }) => state === "published");
        const inForce = new Set(actions.filter(({ state }) => state === "published").map(({ id }) => id));
        expect(count.acts).toBe(published.length);
        expect(Object.values(count.byKind).reduce((sum, one) => sum + one, 0)).toBe(count.acts);
        expect(new Set(count.strikes).size).toBe(count.strikes.length);
        for (const id of [...count.strikes, ...count.unlinked]) expect(inForce).toContain(id);
        // Each act called a strike is a strike of the record, another action, or said to be in no count.
        const called = published.filter(({ kind }) => kind === "solidarity_strike");
        const asStrikes = called.filter(({ asActionId }) => count.strikes.includes(asActionId ?? ""));
        expect(asStrikes.length + count.otherwise.length + count.uncounted.length).toBe(called.length);
        // No act more than there were makes another strike of an action that is one already.
        const twice = countSolidarity({ ...read, solidarity: [...solidarity, ...solidarity] });
        expect(twice.strikes).toEqual(count.strikes);
        const network = solidarityNetwork(read);
        expect(network.acts.map(({ row }) => row.id).toSorted()).toEqual(published.map(({ id }) => id).toSorted());
        const ends = new Set(network.supported.map(({ key }) => key));
        const starts = new Set(network.supporters.map(({ key }) => key));
        for (const { from, to } of network.acts) {
          expect(starts).toContain(from);
          expect(to.length).toBeGreaterThan(0);
          for (const key of to) expect(ends).toContain(key);
        }
      }),
    );
  });
});

/** Read by hand in `prisma/seed/record`, from the sources F13–F15, F61 and those after. */
describe("the record of January 2022", () => {
  const january = waveRecordOfFiles(readRecordFiles());

  it("has four sympathy strikes among its strikes, and two actions in support of nobody recorded", () => {
    const count = countSolidarity(january);
    expect(count).toMatchObject({ acts: 16, fromAbroad: 1, otherwise: [], uncounted: [] });
    expect(count.byKind).toEqual({ solidarity_strike: 4, rally: 10, statement: 2, fund: 0, refusal_to_handle_work: 0 });
    expect(count.strikes.toSorted()).toEqual(["KZ22-A124", "KZ22-A13", "KZ22-A14", "KZ22-A15"]);
    expect(count.unlinked).toEqual(["KZ22-A106", "KZ22-A107"]);
  });

  it("leads from the oil workers of three regions to Tengizchevroil, and from Türkiye to the whole wave", () => {
    const { acts, supporters } = solidarityNetwork(january);
    const to = (id: string) => acts.find(({ row }) => row.id === id)?.to;
    expect(["KZ22-L13", "KZ22-L14", "KZ22-L15"].map(to)).toEqual([["KZ22-W5"], ["KZ22-W5"], ["KZ22-W5"]]);
    expect(to("KZ22-L61")).toEqual(["wave"]);
    expect(supporters.filter(({ isAbroad }) => isAbroad).map(({ country }) => country)).toEqual(["TR"]);
    expect(acts.at(-1)?.row.id).toBe("KZ22-L61");
  });
});
