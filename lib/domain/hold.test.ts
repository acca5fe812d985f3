import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOLD_MINUTES, heldUntil, whoHolds } from "./hold";

const minute = 60_000;

describe("a hold", () => {
  it("is its moderator's until it runs out, and nobody's from that instant on", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 45 }),
        fc.integer({ min: 0, max: 4 * HOLD_MINUTES * minute }),
        (at, after) => {
          const hold = { moderatorId: "bolat", heldAt: at };
          const isOver = after >= HOLD_MINUTES * minute;
          expect(whoHolds(hold, "bolat", at + after)).toBe(isOver ? "nobody" : "self");
          expect(whoHolds(hold, "dana", at + after)).toBe(isOver ? "nobody" : "other");
          expect(heldUntil(at) - at).toBe(1_800_000);
        },
      ),
    );
  });

  it("is nobody's where there is none", () => {
    expect(whoHolds(null, "bolat", 0)).toBe("nobody");
  });
});
