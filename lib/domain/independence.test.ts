import fc from "fast-check";
import { expect, it } from "vitest";
import { can } from "./can";
import { type TransitionContext, transition } from "./entry";
import { type Invited, TIES, tieBetween } from "./independence";

/** A tree of invitations: each account came by one that was there before, or by nobody. */
const tree = fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 2, maxLength: 12 }).map((inviters) =>
  inviters.map(
    (inviter, index): Invited => ({
      id: `user-${index}`,
      invitedById: inviter === null || index === 0 ? null : `user-${inviter % index}`,
    }),
  ),
);
const approving: TransitionContext = {
  ...{ actorIsAuthor: false, role: "moderator", tie: null, alreadyApprovedThisVersion: false },
  ...{ approvalsRequired: 1, approvalsAgreeing: 0, seenVersion: 1, reason: null },
};

it("lets approve exactly those whom the author neither brought in nor came by, and the author never", () => {
  fc.assert(
    fc.property(tree, (accounts) => {
      for (const author of accounts) {
        for (const moderator of accounts) {
          const tie = tieBetween(moderator, author);
          const isOwn = moderator.id === author.id;
          const isFree = !isOwn && moderator.invitedById !== author.id && author.invitedById !== moderator.id;
          const actor = { id: moderator.id, role: "moderator", active: true, secured: true } as const;
          expect(can(actor, "approve_entry", { authorId: author.id, tie }).allowed).toBe(isFree);
          const verdict = transition({ state: "submitted", version: 1 }, "approve", {
            ...approving,
            ...{ actorIsAuthor: isOwn, tie },
          });
          expect(verdict.ok).toBe(isFree);
        }
      }
    }),
  );
});

it("sees a tie from both ends, and none between two who came by one inviter", () => {
  const [root, one, other] = [
    { id: "root", invitedById: null },
    { id: "one", invitedById: "root" },
    { id: "other", invitedById: "root" },
  ];
  expect([tieBetween(root, one), tieBetween(one, root), tieBetween(one, other)]).toEqual(["inviter", "invitee", null]);
});

it("assumes nothing in favour of what is not known", () => {
  const actor = { id: "me", role: "moderator", active: true, secured: true } as const;
  expect(tieBetween({ id: "me", invitedById: null }, null)).toBe("inviter");
  expect(can(actor, "approve_entry", { authorId: "other" })).toEqual({ allowed: false, because: "tie_inviter" });
});

it.each(TIES)("lets a moderator who is the %s of the author still ask, reject and reopen", (tie) => {
  const actor = { id: "me", role: "moderator", active: true, secured: true } as const;
  for (const verb of ["reject_entry", "request_changes_to_entry", "mark_entry_unverifiable", "reopen_entry"] as const)
    expect(can(actor, verb, { authorId: "other", tie })).toEqual({ allowed: true });
  const context = { ...approving, tie, reason: "why" };
  for (const verb of ["reject", "request_changes", "mark_unverifiable"] as const)
    expect(transition({ state: "submitted", version: 1 }, verb, context).ok).toBe(true);
  expect(transition({ state: "submitted", version: 1 }, "approve", context)).toEqual({
    ok: false,
    refusal: `tie_${tie}`,
  });
});
