import { describe, expect, it } from "vitest";
import { type Actor, can, PERMISSIONS, ROLES, type Role, type Verb } from "./can";

const actor = (role: Role, change: Partial<Actor> = {}): Actor => ({
  ...{ id: "me", role, active: true, secured: true },
  ...change,
});
const VERBS = Object.keys(PERMISSIONS) as Verb[];
/** An object that no rule objects to: for verbs on one's own, mine; else somebody else's; and the least role to give. */
const suited = (verb: Verb) => {
  const rule = PERMISSIONS[verb];
  const isOwn = "object" in rule && rule.object === "own";
  return { authorId: isOwn ? "me" : "other", tie: null, userId: "other", role: "contributor" as const };
};
const rolesThatMay = (verb: Verb) => ROLES.filter((role) => can(actor(role), verb, suited(verb)).allowed);

describe("can", () => {
  it.each([
    ["approve_entry", ["moderator"]],
    ["reject_entry", ["moderator"]],
    ["reopen_entry", ["moderator"]],
    ["see_queue", ["moderator"]],
    ["hold_entry", ["moderator"]],
    ["write_to_author", ["moderator"]],
    ["write_about_own_entry", ["contributor", "moderator", "admin", "auditor"]],
    ["save_entry", ["contributor", "moderator"]],
    ["read_own_entry", ["contributor", "moderator", "admin", "auditor"]],
    ["invite", ["moderator", "admin"]],
    ["suspend_account", ["admin"]],
    ["set_role", ["admin"]],
    ["end_sessions", ["admin"]],
    ["manage_waves", ["admin"]],
    ["read_audit_log", ["moderator", "admin", "auditor"]],
  ] as const)("%s is for %j", (verb, roles) => {
    expect(rolesThatMay(verb)).toEqual(roles);
  });

  it("gives nothing to a suspended account, to nobody signed in, or to a reader", () => {
    for (const verb of VERBS) {
      for (const role of ROLES) {
        expect(can(actor(role, { active: false }), verb, suited(verb))).toEqual({
          allowed: false,
          because: "suspended",
        });
        expect(can(actor(role, { id: null }), verb, suited(verb))).toEqual({ allowed: false, because: "signed_out" });
      }
      expect(can(actor("reader"), verb, suited(verb))).toEqual({ allowed: false, because: "role" });
    }
  });

  it("gives a moderator or administrator without a second factor what a contributor may do, and nothing else", () => {
    for (const verb of VERBS) {
      const isContributors = rolesThatMay(verb).includes("contributor");
      for (const role of rolesThatMay(verb)) {
        const verdict = can(actor(role, { secured: false }), verb, suited(verb));
        const needsOne = (role === "moderator" || role === "admin") && !isContributors;
        expect(verdict).toEqual(needsOne ? { allowed: false, because: "second_factor" } : { allowed: true });
      }
    }
  });

  it("lets no moderator decide on their own entry, nor on one whose author is not known", () => {
    for (const verb of [
      "approve_entry",
      "reject_entry",
      "request_changes_to_entry",
      "mark_entry_unverifiable",
      "hold_entry",
      "write_to_author",
    ] as const) {
      expect(can(actor("moderator"), verb, { authorId: "me" })).toEqual({ allowed: false, because: "own_entry" });
      expect(can(actor("moderator"), verb)).toEqual({ allowed: false, because: "own_entry" });
      expect(can(actor("moderator"), verb, { authorId: null, tie: null })).toEqual({ allowed: true });
    }
  });

  it("keeps an entry to its author", () => {
    for (const verb of [
      "read_own_entry",
      "edit_entry",
      "submit_entry",
      "withdraw_entry",
      "write_about_own_entry",
    ] as const) {
      expect(can(actor("contributor"), verb, { authorId: "other" })).toEqual({ allowed: false, because: "not_author" });
      expect(can(actor("contributor"), verb)).toEqual({ allowed: false, because: "not_author" });
    }
  });

  it("lets a moderator invite contributors only, and nobody give the role of a reader", () => {
    expect(can(actor("moderator"), "invite", { role: "contributor" })).toEqual({ allowed: true });
    expect(can(actor("moderator"), "invite", { role: "moderator" })).toEqual({
      allowed: false,
      because: "role_not_given",
    });
    expect(can(actor("admin"), "invite", { role: "auditor" })).toEqual({ allowed: true });
    expect(can(actor("admin"), "set_role", { userId: "other", role: "reader" })).toEqual({
      allowed: false,
      because: "role_not_given",
    });
    expect(can(actor("admin"), "invite")).toEqual({ allowed: false, because: "role_not_given" });
  });

  it("lets no administrator change their own role or suspend themselves, nor an account that is not named", () => {
    expect(can(actor("admin"), "set_role", { userId: "me", role: "moderator" })).toEqual({
      allowed: false,
      because: "own_account",
    });
    expect(can(actor("admin"), "suspend_account", { userId: "me" })).toEqual({
      allowed: false,
      because: "own_account",
    });
    expect(can(actor("admin"), "suspend_account")).toEqual({ allowed: false, because: "own_account" });
  });
});
