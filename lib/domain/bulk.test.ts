import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BULK_VERBS, type BulkCandidate, foresee, UNTOUCHED_FORESEEN } from "./bulk";
import { type Actor, ROLES } from "./can";
import { ENTRY_STATES, ENTRY_TRANSITIONS } from "./entry";

const candidate: fc.Arbitrary<BulkCandidate> = fc.record({
  state: fc.constantFrom(...ENTRY_STATES),
  version: fc.integer({ min: 1, max: 5 }),
  authorId: fc.constantFrom("me", "other"),
  tie: fc.constantFrom(null, "inviter", "invitee"),
  isAuthorGone: fc.boolean(),
  approvalsRequired: fc.constantFrom(1, 2),
  hasApproved: fc.boolean(),
  approvalsAgreeing: fc.nat(2),
  isWeighed: fc.boolean(),
  hasPersonalData: fc.boolean(),
  lacksFirstTier: fc.boolean(),
  recordChanged: fc.boolean(),
  heldByOther: fc.boolean(),
});
const actor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constant("me"),
  role: fc.constantFrom(...ROLES),
  active: fc.constant(true),
  secured: fc.constant(true),
});
const reason = fc.constantFrom(null, "", "  ", "The same source");
const verb = fc.constantFrom(...BULK_VERBS);

describe("what a bulk decision foresees", () => {
  it("moves an entry only along the table of states, or names a reason", () => {
    fc.assert(
      fc.property(candidate, verb, actor, reason, (entry, does, who, why) => {
        const seen = foresee(entry, does, { actor: who, reason: why });
        if ("untouched" in seen) {
          expect(UNTOUCHED_FORESEEN).toContain(seen.untouched);
          return;
        }
        expect(ENTRY_TRANSITIONS[does].from).toContain(entry.state);
        const { to } = ENTRY_TRANSITIONS[does];
        expect(to === "approval" ? ["approved_once", "published"] : [to]).toContain(seen.to);
      }),
    );
  });

  it("leaves one's own, another's hands, a changed record and a second approval alone, whatever the verb", () => {
    fc.assert(
      fc.property(candidate, verb, actor, reason, (entry, does, who, why) => {
        const seen = foresee(entry, does, { actor: who, reason: why });
        if (!("to" in seen)) return;
        expect([entry.authorId, who.role, entry.heldByOther]).toEqual(["other", "moderator", false]);
        if (does === "approve")
          expect([
            ...[entry.hasApproved, entry.hasPersonalData, entry.isWeighed, entry.recordChanged, entry.tie],
          ]).toEqual([false, false, false, false, null]);
        else expect((why ?? "").trim()).not.toBe("");
      }),
    );
  });

  it("publishes exactly where this approval is enough", () => {
    const moderator = { actor: { id: "me", role: "moderator", active: true, secured: true } as Actor, reason: null };
    const entry = {
      version: 1,
      authorId: "other",
      tie: null,
      isAuthorGone: false,
      hasPersonalData: false,
      lacksFirstTier: false,
      hasApproved: false,
      isWeighed: false,
      recordChanged: false,
      heldByOther: false,
    };
    const seen = (state: "submitted" | "approved_once", approvalsRequired: number) =>
      foresee(
        { ...entry, state, approvalsRequired, approvalsAgreeing: state === "submitted" ? 0 : 1 },
        "approve",
        moderator,
      );
    expect([seen("submitted", 1), seen("submitted", 2)]).toEqual([{ to: "published" }, { to: "approved_once" }]);
    expect(seen("approved_once", 2)).toEqual({ to: "published" });
  });

  it("foresees nothing for a suspended account", () => {
    const suspended = { actor: { id: "me", role: "moderator", active: false, secured: true } as Actor, reason: "x" };
    fc.assert(
      fc.property(candidate, verb, (entry, does) => {
        expect(foresee(entry, does, suspended)).not.toHaveProperty("to");
      }),
    );
  });
});
