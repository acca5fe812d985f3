import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Approver, approvalCounts } from "./approval-counts";
import { ROLES } from "./can";

const author = { id: "author", invitedById: "somebody" };
const moderator: Approver = {
  id: "moderator",
  invitedById: "another",
  role: "moderator",
  active: true,
  approvalsFrom: null,
};
const at = 1000;

describe("an approval", () => {
  it("counts while its moderator may decide and is not tied to the author", () => {
    expect(approvalCounts(moderator, author, at)).toBe(true);
    expect(approvalCounts({ ...moderator, active: false }, author, at)).toBe(false);
    expect(approvalCounts({ ...moderator, invitedById: "author" }, author, at)).toBe(false);
    expect(approvalCounts({ ...moderator, id: "somebody" }, author, at)).toBe(false);
    expect(approvalCounts(moderator, null, at)).toBe(false);
  });

  it("does not come back with an account that was suspended since", () => {
    for (const [approvalsFrom, counts] of [
      [999, true],
      [1000, false],
      [1001, false],
    ] as const)
      expect(approvalCounts({ ...moderator, approvalsFrom }, author, at)).toBe(counts);
  });

  it("counts of no other role, whatever else is so", () => {
    const others = fc.constantFrom(...ROLES.filter((role) => role !== "moderator"));
    fc.assert(
      fc.property(others, fc.boolean(), (role, active) => !approvalCounts({ ...moderator, role, active }, author, at)),
    );
  });
});
