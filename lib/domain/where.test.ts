import { describe, expect, it } from "vitest";
import {
  syntheticAction,
  syntheticEvent,
  syntheticFigure,
  syntheticSize,
  syntheticSolidarity,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { regionOfClaim, regionOfFigure, regionOfSupport } from "./where";

const places = {
  actions: [syntheticAction("A1", { regionId: "ZZ-A" }), syntheticAction("A2", { regionId: "ZZ-B" })],
  events: [syntheticEvent("E1", { regionId: "ZZ-C" })],
  workforces: [syntheticWorkforce("W1", { regionId: "ZZ-D" })],
};
const nowhere = { regionId: null, actionId: null, eventId: null, workforceId: null };

describe("the region whose clock goes for a claim", () => {
  it.each([
    ["its own before that of what it is about", { regionId: "ZZ-E", actionId: "A1" }, "ZZ-E"],
    ["that of its action", { actionId: "A2" }, "ZZ-B"],
    ["that of its event", { eventId: "E1" }, "ZZ-C"],
    ["that of its workforce, where its action has none", { actionId: "A9", workforceId: "W1" }, "ZZ-D"],
    ["none of what is told of the whole country", {}, null],
  ])("is %s", (_, about, region) => {
    const figure = syntheticFigure("F1", { ...nowhere, ...about });
    expect(regionOfFigure(figure, places)).toBe(region);
    expect(regionOfClaim(figure, places)).toBe(region);
  });

  it("is that of the workforce, of a size", () => {
    expect(regionOfClaim(syntheticSize("H1", "W1", 10), places)).toBe("ZZ-D");
    expect(regionOfClaim(syntheticSize("H2", "W9", 10), places)).toBeNull();
  });

  it("is, of support, that of the action it was itself, else of the one it was for", () => {
    const support = (columns: { asActionId: string | null; toActionId: string | null }) =>
      regionOfSupport(syntheticSolidarity("L1", columns), places);
    expect(support({ asActionId: "A1", toActionId: "A2" })).toBe("ZZ-A");
    expect(support({ asActionId: null, toActionId: "A2" })).toBe("ZZ-B");
    expect(support({ asActionId: null, toActionId: null })).toBeNull();
  });
});
