import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticAction,
  syntheticDemand,
  syntheticEvent,
  syntheticMoment,
  syntheticRecord,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { answersToDemands, demandMatrix } from "./demand-matrix";
import type { WaveRecord } from "./wave-record";

const workforces = ["W1", "W2", "W3"].map((id) => syntheticWorkforce(id));
const record = (parts: Partial<WaveRecord>) => syntheticRecord({ workforces, ...parts });
const on = (day: number) => ({ start: syntheticMoment(day), end: null, openEnd: false });
const action = (id: string, day: number, workforceIds: string[], demandIds = ["D1"]) =>
  syntheticAction(id, { period: on(day), workforceIds, demandIds });

describe("demandMatrix", () => {
  it("gives a demand once to whoever raised it, with every action in which they did", () => {
    const actions = [action("A1", 2, ["W1"]), action("A2", 4, ["W1"]), action("A3", 3, [])];
    const rows = demandMatrix(record({ actions, demands: [syntheticDemand("D1", { workforceId: "W1" })] }));
    expect(rows).toEqual([
      {
        raiser: { key: "W1", workforceId: "W1", names: workforces[0]?.names },
        raised: [{ demandId: "D1", kind: "wages", at: syntheticMoment(1), actionIds: ["A1", "A2", "A3"] }],
      },
    ]);
  });

  it("gives it to the other workforces of its actions too, from the first of theirs", () => {
    const actions = [action("A1", 4, ["W2"]), action("A2", 2, ["W2", "W3"])];
    const rows = demandMatrix(record({ actions, demands: [syntheticDemand("D1", { workforceId: "W1" })] }));
    const said = rows.map(({ raiser, raised }) => [raiser.key, raised[0]?.at, raised[0]?.actionIds]);
    expect(said).toEqual([
      ["W1", syntheticMoment(1), []],
      ["W2", syntheticMoment(2), ["A1", "A2"]],
      ["W3", syntheticMoment(2), ["A2"]],
    ]);
  });

  it("takes one name for one raiser whatever its capitals, and puts undated demands last", () => {
    const raisedBy = (en: string) => ({ en });
    const undated = syntheticMoment(1, undefined, "none");
    const demands = [
      syntheticDemand("D1", { raisedBy: raisedBy("The people"), raisedAt: undated }),
      syntheticDemand("D2", { raisedBy: raisedBy("the people "), raisedAt: syntheticMoment(5) }),
      syntheticDemand("D3", { raisedBy: raisedBy("others"), raisedAt: syntheticMoment(6) }),
      syntheticDemand("D4", { raisedBy: raisedBy("nobody dated"), raisedAt: undated }),
    ];
    const rows = demandMatrix(record({ demands }));
    expect(rows.map(({ raised }) => raised.map(({ demandId }) => demandId))).toEqual([["D2", "D1"], ["D3"], ["D4"]]);
  });

  it("loses and doubles nothing in force: each demand is somebody's, once in a row, with each action that raised it", () => {
    const ids = ["D1", "D2", "D3"];
    const demands = ids.map((id) =>
      fc
        .record({ workforceId: fc.constantFrom("W1", null), state: fc.constantFrom("published", "retracted") })
        .map((columns) => syntheticDemand(id, columns as never)),
    );
    const action = (id: string) =>
      fc
        .record({
          workforceIds: fc.subarray(["W1", "W2", "W3"]),
          demandIds: fc.subarray(ids),
          state: fc.constantFrom("published", "retracted"),
        })
        .map((columns) => syntheticAction(id, columns as never));
    fc.assert(
      fc.property(fc.tuple(...demands), fc.tuple(...["A1", "A2", "A3"].map(action)), (demands, actions) => {
        const rows = demandMatrix(record({ demands, actions }));
        for (const { id, state } of demands) {
          const cells = rows.map(({ raised }) => raised.filter(({ demandId }) => demandId === id));
          for (const cell of cells) expect(cell.length).toBeLessThanOrEqual(1);
          const inForce = state === "published";
          expect(cells.flat().length > 0).toBe(inForce);
          const heard = actions.filter((one) => one.state === "published" && one.demandIds.includes(id));
          const told = new Set(cells.flat().flatMap(({ actionIds }) => actionIds));
          expect([...told].toSorted()).toEqual(inForce ? heard.map((one) => one.id) : []);
        }
      }),
    );
  });
});

describe("answersToDemands", () => {
  it("goes by time and leaves out what is retracted on either side", () => {
    const answers = [{ demandId: "D1", outcome: { en: "half" } }];
    const events = [
      syntheticEvent("E1", { period: on(3), answers }),
      syntheticEvent("E2", { period: on(2), answers: [...answers, { demandId: "D2", outcome: null }] }),
      syntheticEvent("E3", { period: on(1), answers, state: "retracted" }),
    ];
    const demands = [syntheticDemand("D1"), syntheticDemand("D2", { state: "retracted" })];
    const found = answersToDemands(record({ events, demands })).map(({ event, demandId }) => [event.id, demandId]);
    expect(found).toEqual([
      ["E2", "D1"],
      ["E1", "D1"],
    ]);
  });
});

/** Read by hand in `prisma/seed/record`: D01–D13 of the article and what others add. */
describe("the record of January 2022", () => {
  const january = waveRecordOfFiles(readRecordFiles());

  it("begins with the price of gas in Zhanaozen and has the worker collectives' four demands in one row", () => {
    const rows = demandMatrix(january);
    expect(rows[0]?.raiser.names.en).toBe("residents of Zhanaozen");
    const collectives = rows.find(({ raiser }) => raiser.workforceId === "KZ22-W2");
    expect(collectives?.raised.map(({ demandId }) => demandId).toSorted()).toEqual([
      "KZ22-D1",
      "KZ22-D104",
      "KZ22-D2",
      "KZ22-D3",
    ]);
    expect(rows.find(({ raiser }) => raiser.workforceId === "KZ22-W9")?.raised).toHaveLength(3);
  });

  it("answers the gas price twice and the pay demand once, by the settlement at Tengiz", () => {
    const answers = answersToDemands(january).map(({ event, demandId }) => [event.id, event.kind, demandId]);
    expect(answers).toEqual([
      ["KZ22-E102", "government_measure", "KZ22-D13"],
      ["KZ22-E103", "government_measure", "KZ22-D13"],
      ["KZ22-E112", "settlement", "KZ22-D1"],
    ]);
  });
});
