import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Approver, approvalCounts } from "./approval-counts";
import { ROLES } from "./can";

const author = { id: "author", invitedById: "somebody" };
const moderator: Approver = { id: "moderator", invitedById: "another", role: "moderator", active: true };

describe("an approval", () => {
  it("counts while its moderator may decide and is not tied to the author", () => {
    expect(approvalCounts(moderator, author)).toBe(true);
    expect(approvalCounts({ ...moderator, active: false }, author)).toBe(false);
    expect(approvalCounts({ ...moderator, invitedById: "author" }, author)).toBe(false);
    expect(approvalCounts({ ...moderator, id: "somebody" }, author)).toBe(false);
    expect(approvalCounts(moderator, null)).toBe(false);
  });

  it("counts of no other role, whatever else is so", () => {
    const others = fc.constantFrom(...ROLES.filter((role) => role !== "moderator"));
    fc.assert(
      fc.property(others, fc.boolean(), (role, active) => !approvalCounts({ ...moderator, role, active }, author)),
    );
  });
});
