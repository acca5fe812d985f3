import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "./can";
import {
  changePayload,
  ENTRY_STATES,
  ENTRY_VERBS,
  type EntryState,
  type EntryVerb,
  type TransitionContext,
  transition,
} from "./entry";

const MODERATOR: TransitionContext = {
  actorIsAuthor: false,
  role: "moderator",
  tie: null,
  alreadyApprovedThisVersion: false,
  approvalsRequired: 2,
  approvalsAgreeing: 0,
  seenVersion: 3,
  reason: "why",
};
const AUTHOR: TransitionContext = {
  ...MODERATOR,
  actorIsAuthor: true,
  role: "contributor",
  seenVersion: null,
  reason: null,
};
const go = (state: EntryState | null, verb: EntryVerb, context: TransitionContext) =>
  transition({ state, version: 3 }, verb, context);

// The table of domain.md, written out again so that an edit of the data shows.
const ALLOWED: [EntryState | null, EntryVerb, EntryState, TransitionContext][] = [
  [null, "save", "draft", AUTHOR],
  ["draft", "submit", "submitted", AUTHOR],
  ["changes_requested", "submit", "submitted", AUTHOR],
  ["submitted", "request_changes", "changes_requested", MODERATOR],
  ["submitted", "approve", "approved_once", MODERATOR],
  ["approved_once", "approve", "published", { ...MODERATOR, approvalsAgreeing: 1 }],
  ["submitted", "reject", "rejected", MODERATOR],
  ["approved_once", "reject", "rejected", MODERATOR],
  ["submitted", "mark_unverifiable", "unverifiable", MODERATOR],
  ["approved_once", "mark_unverifiable", "unverifiable", MODERATOR],
  ["draft", "withdraw", "withdrawn", AUTHOR],
  ["submitted", "withdraw", "withdrawn", AUTHOR],
  ["changes_requested", "withdraw", "withdrawn", AUTHOR],
  ["rejected", "reopen", "submitted", MODERATOR],
  ["unverifiable", "reopen", "submitted", MODERATOR],
];

describe("transition", () => {
  it.each(ALLOWED)("from %s by %s to %s", (from, verb, to, context) => {
    expect(go(from, verb, context)).toEqual({ ok: true, to });
  });

  it("asks nobody for changes where the author is gone, and decides all else", () => {
    const gone = { ...MODERATOR, isAuthorGone: true };
    expect(go("submitted", "request_changes", gone)).toEqual({ ok: false, refusal: "author_gone" });
    for (const verb of ["approve", "reject", "mark_unverifiable"] as const)
      expect(go("submitted", verb, gone)).toEqual(go("submitted", verb, MODERATOR));
  });

  it("allows nothing that the table does not have", () => {
    for (const from of [null, ...ENTRY_STATES]) {
      for (const verb of ENTRY_VERBS) {
        const listed = ALLOWED.some(([state, allowed]) => state === from && allowed === verb);
        const tried = [AUTHOR, MODERATOR].map((context) => go(from, verb, context));
        expect(tried.some((result) => result.ok)).toBe(listed);
        if (!listed) expect(tried).toEqual([1, 2].map(() => ({ ok: false, refusal: "not_allowed_from_state" })));
      }
    }
  });

  it("publishes at once where one approval is enough, and never on a second by the same moderator", () => {
    expect(go("submitted", "approve", { ...MODERATOR, approvalsRequired: 1 })).toEqual({ ok: true, to: "published" });
    expect(go("approved_once", "approve", { ...MODERATOR, alreadyApprovedThisVersion: true })).toEqual({
      ok: false,
      refusal: "already_approved",
    });
  });

  it("needs one more where nobody who counts has approved the same, and keeps what it needed", () => {
    expect(go("approved_once", "approve", MODERATOR)).toEqual({ ok: true, to: "approved_once" });
  });

  it.each(["request_changes", "approve", "reject", "mark_unverifiable"] as const)(
    "lets nobody %s their own entry",
    (verb) => {
      expect(go("submitted", verb, { ...MODERATOR, actorIsAuthor: true })).toEqual({ ok: false, refusal: "own_entry" });
    },
  );

  it("refuses a decision on a version not seen, or without naming one", () => {
    for (const seenVersion of [2, 4, null]) {
      expect(go("submitted", "approve", { ...MODERATOR, seenVersion })).toEqual({
        ok: false,
        refusal: "stale_version",
      });
    }
    expect(go("draft", "submit", { ...AUTHOR, seenVersion: 2 })).toEqual({ ok: false, refusal: "stale_version" });
  });

  it.each([
    ["submitted", "request_changes"],
    ["submitted", "reject"],
    ["submitted", "mark_unverifiable"],
    ["rejected", "reopen"],
  ] as const)("from %s wants a reason for %s, and spaces are none", (from, verb) => {
    for (const reason of [null, "", "  \n"]) {
      expect(go(from, verb, { ...MODERATOR, reason })).toEqual({ ok: false, refusal: "reason_required" });
    }
  });

  it("wants no reason for an approval, and lets who approved still reject", () => {
    expect(go("submitted", "approve", { ...MODERATOR, reason: null })).toEqual({ ok: true, to: "approved_once" });
    expect(go("approved_once", "reject", { ...MODERATOR, alreadyApprovedThisVersion: true })).toEqual({
      ok: true,
      to: "rejected",
    });
  });

  it("lets a moderator write entries, and reopen those of others, of the version seen", () => {
    expect(go(null, "save", { ...AUTHOR, role: "moderator" })).toEqual({ ok: true, to: "draft" });
    expect(go("rejected", "reopen", { ...MODERATOR, actorIsAuthor: true })).toEqual({
      ...{ ok: false, refusal: "own_entry" },
    });
    expect(go("rejected", "reopen", { ...MODERATOR, seenVersion: null })).toEqual({
      ok: false,
      refusal: "stale_version",
    });
  });

  it("lets an administrator decide nothing, and only the author submit or withdraw", () => {
    expect(go("submitted", "approve", { ...MODERATOR, role: "admin" })).toEqual({ ok: false, refusal: "role" });
    expect(go("draft", "submit", MODERATOR)).toEqual({ ok: false, refusal: "not_author" });
    expect(go("submitted", "withdraw", MODERATOR)).toEqual({ ok: false, refusal: "not_author" });
    expect(go(null, "save", { ...AUTHOR, role: "auditor" })).toEqual({ ok: false, refusal: "role" });
  });

  it("publishes after any history only with enough different approvals of the very version", () => {
    const step = fc.record({
      verb: fc.constantFrom(...ENTRY_VERBS, "change" as const),
      actor: fc.nat(3),
      standing: fc.constantFrom("normal", "preferred"),
      role: fc.constantFrom(...ROLES),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.constantFrom(1, 2), (steps, approvalsRequired) => {
        let entry: { state: EntryState; version: number } = { state: "draft", version: 1 };
        let approvers = new Map<number, string>();
        for (const { verb, actor, role, standing } of steps) {
          const agreeing = [...approvers].filter(([who, what]) => who !== actor && what === standing);
          const context = {
            actorIsAuthor: actor === 0,
            role,
            tie: null,
            alreadyApprovedThisVersion: approvers.get(actor) === standing,
            approvalsRequired,
            approvalsAgreeing: agreeing.length,
            seenVersion: entry.version,
            reason: "why",
          };
          const wasPublished = entry.state === "published";
          const result = verb === "change" ? changePayload(entry, context) : transition(entry, verb, context);
          if (!result.ok) continue;
          expect(wasPublished).toBe(false);
          if (verb === "change" || verb === "reopen") approvers = new Map();
          if (verb === "approve") approvers.set(actor, standing);
          if (result.to === "published") expect(agreeing.length + 1).toBe(approvalsRequired);
          entry = { state: result.to, version: entry.version + (verb === "change" ? 1 : 0) };
        }
        expect(approvers.has(0)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("changePayload", () => {
  it("makes a new version and voids approvals", () => {
    const author = { actorIsAuthor: true, seenVersion: 3 };
    expect(changePayload({ state: "approved_once", version: 3 }, author)).toEqual({
      ok: true,
      to: "submitted",
      version: 4,
      approvalsVoided: true,
    });
    expect(changePayload({ state: "draft", version: 3 }, { ...author, seenVersion: null })).toEqual({
      ok: true,
      to: "draft",
      version: 4,
      approvalsVoided: false,
    });
    expect(changePayload({ state: "submitted", version: 3 }, author)).toMatchObject({ to: "submitted", version: 4 });
    expect(changePayload({ state: "changes_requested", version: 3 }, author)).toMatchObject({
      to: "changes_requested",
      version: 4,
    });
  });

  it("is the author's alone, of the version seen, and over once decided", () => {
    const entry = { state: "submitted", version: 3 } as const;
    expect(changePayload(entry, { actorIsAuthor: false, seenVersion: 3 })).toEqual({
      ok: false,
      refusal: "not_author",
    });
    expect(changePayload(entry, { actorIsAuthor: true, seenVersion: 2 })).toEqual({
      ok: false,
      refusal: "stale_version",
    });
    for (const state of ["published", "rejected", "unverifiable", "withdrawn"] as const) {
      expect(changePayload({ state, version: 3 }, { actorIsAuthor: true, seenVersion: 3 })).toEqual({
        ok: false,
        refusal: "not_allowed_from_state",
      });
    }
  });
});
