import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counted, NEAR_LIMIT, nearFigures } from "./near-claims";
import type { ActionRow, EventRow, FigureRow } from "./wave-record";

const actions = [
  { id: "A1", workforceIds: ["W1"] },
  { id: "A2", workforceIds: ["W1", "W2"] },
] as ActionRow[];
const events = [
  { id: "E1", regionId: null, placePrecision: "country" },
  { id: "E2", regionId: "R1", placePrecision: "region" },
  { id: "E3", regionId: "R1", placePrecision: "locality" },
] as EventRow[];

const NOWHERE = { actionId: null, eventId: null, regionId: null, workforceId: null };
const wave: Counted = { ...NOWHERE, subject: "wave", measure: "arrests" };
const region: Counted = { ...NOWHERE, subject: "region", regionId: "R1", measure: "arrests" };
const event = (eventId: string): Counted => ({ ...NOWHERE, subject: "event", eventId, measure: "arrests" });
const action = (actionId: string, workforceId: string | null, measure: Counted["measure"] = "arrests"): Counted => ({
  ...{ ...NOWHERE, subject: "action", actionId, workforceId, measure },
});
const strikers = "workers_directly_involved";
const subjects = [
  ...[wave, region, event("E1"), event("E2"), event("E3"), action("A1", null), action("A2", null)],
  ...[action("A1", null, strikers), action("A2", "W1", strikers), action("A2", null, strikers)],
];

const figure = (counted: Counted, at: number, changes: Partial<FigureRow> = {}) =>
  ({
    ...{ id: `F${at}`, state: "published", asOf: { earliest: at, latest: at + 9, precision: "day" } },
    ...counted,
    ...changes,
  }) as FigureRow;
const ids = (near: Counted, figures: FigureRow[], competing: readonly FigureRow[] = []) =>
  nearFigures({ near, asOf: { earliest: 0, latest: 9 }, competing }, { actions, events, figures }).map(({ id }) => id);

describe("what is read beside a claim", () => {
  it("of the whole wave or a region is what its events count across the same area, not in one town of it", () => {
    const all = [event("E1"), event("E2"), event("E3"), region, wave].map((counted, at) => figure(counted, at * 100));
    expect(ids(wave, all)).toEqual(["F0", "F400"]);
    expect(ids(region, all)).toEqual(["F100", "F300"]);
    expect(ids(event("E3"), all)).toEqual(["F200"]);
  });

  it("of an action is what was counted of the same workforce, however it was written down", () => {
    const all = [figure(action("A1", "W1", strikers), 100), figure(action("A2", "W1", strikers), 200)];
    expect(ids(action("A1", null, strikers), all)).toEqual(["F100"]);
    expect(ids(action("A2", null, strikers), all)).toEqual([]);
  });

  it("is published, of the same measure, none that competes, few, the nearest in time first; and it is so both ways", () => {
    const subject = fc.constantFrom(...subjects);
    const other = fc.record({
      counted: subject,
      at: fc.integer({ min: -5000, max: 5000 }),
      isPublished: fc.boolean(),
      competes: fc.boolean(),
    });
    fc.assert(
      fc.property(subject, fc.uniqueArray(other, { selector: ({ at }) => at, maxLength: 20 }), (near, others) => {
        const rows = others.map(({ counted, at, isPublished }) =>
          figure(counted, at, { state: isPublished ? "published" : "retracted" }),
        );
        const competing = rows.filter((_, index) => others[index]?.competes);
        const found = ids(near, rows, competing).map((id) => rows.find((row) => row.id === id) as FigureRow);
        expect(found.length).toBeLessThanOrEqual(NEAR_LIMIT);
        const apart = ({ asOf }: FigureRow) => Math.max(0, asOf.earliest - 9, -asOf.latest);
        expect(found.map(apart)).toEqual(found.map(apart).toSorted((one, two) => one - two));
        for (const row of found) {
          expect([row.state, row.measure, competing.includes(row)]).toEqual(["published", near.measure, false]);
          expect(ids(row, [figure(near, 0)])).toEqual(["F0"]);
        }
        const left = rows.filter(
          (row) => !found.includes(row) && row.state === "published" && !competing.includes(row),
        );
        const farthest = Math.max(...found.map(apart), Number.NEGATIVE_INFINITY);
        for (const row of left.filter((one) => ids(near, [one]).length > 0)) {
          expect(found.length).toBe(NEAR_LIMIT);
          expect(apart(row)).toBeGreaterThanOrEqual(farthest);
        }
      }),
    );
  });
});
