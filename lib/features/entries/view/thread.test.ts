import { describe, expect, it } from "vitest";
import type { DecisionRow, MessageRow } from "./rows";
import { holdView, threadView } from "./thread";

const entry = { id: "e", authorId: "chingiz", state: "changes_requested", submittedAt: 1 } as const;
const messages: MessageRow[] = [
  { id: 1, writerId: "bolat", writerHandle: "Bolat", text: "Which mine?", at: 20, erasedAt: null },
  { id: 2, writerId: "chingiz", writerHandle: "Chingiz", text: "The eastern one.", at: 40, erasedAt: null },
];
const decisions: DecisionRow[] = [
  { id: 7, entryVersion: 1, verb: "request_changes", reason: "Name the mine.", standing: null, at: 30 },
  { id: 8, entryVersion: 1, verb: "approve", reason: null, standing: null, at: 35 },
];
const reader = (id: string, mayWrite = true) => ({ id, mayWrite, messageKey: "key-of-the-page" });

describe("the conversation about an entry", () => {
  it("has messages and reasons in the order in which they were said, and signs only messages", () => {
    const { lines } = threadView({ entry, messages, decisions }, reader("chingiz"));
    expect(lines.map(({ key, from, handle }) => [key, from, handle])).toEqual([
      ["m1", "moderator", "Bolat"],
      ["d7", "moderator", null],
      ["m2", "self", "Chingiz"],
    ]);
  });

  it("is seen from where its reader stands", () => {
    const { lines } = threadView({ entry, messages, decisions: [] }, reader("bolat"));
    expect(lines.map(({ from }) => from)).toEqual(["self", "author"]);
  });

  it("says of an erased message that there was one, and lets whoever may take out the texts that stand", () => {
    const erased = { ...(messages[0] as MessageRow), text: "", erasedAt: 50 };
    const told = { entry, messages: [erased, ...messages.slice(1)], decisions };
    const linesFor = (mayErase: boolean) => threadView(told, { ...reader("dana"), mayErase }).lines;
    expect(linesFor(true).map(({ erasedAt, erasable }) => [erasedAt, erasable])).toEqual([
      ...[[50, null] as const, [null, null] as const, [null, 2] as const],
    ]);
    expect(linesFor(false).every(({ erasable }) => erasable === null)).toBe(true);
  });

  it("lets only the author hand the entry back, while changes are asked for", () => {
    const handBack = (id: string, state: "submitted" | "changes_requested") =>
      threadView({ entry: { ...entry, state }, messages, decisions }, reader(id)).canHandBack;
    expect([handBack("chingiz", "changes_requested"), handBack("chingiz", "submitted")]).toEqual([true, false]);
    expect(handBack("bolat", "changes_requested")).toBe(false);
  });

  it("is closed about drafts and what was withdrawn, and to whoever may not write", () => {
    const canWrite = (change: object, mayWrite = true) =>
      threadView({ entry: { ...entry, ...change }, messages, decisions }, reader("chingiz", mayWrite)).canWrite;
    expect([canWrite({}), canWrite({ state: "published" }), canWrite({ state: "rejected" })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([canWrite({ state: "draft" }), canWrite({ state: "withdrawn" }), canWrite({ submittedAt: null })]).toEqual([
      false,
      false,
      false,
    ]);
    expect(canWrite({}, false)).toBe(false);
  });
});

describe("a hold on a page", () => {
  const hold = { moderatorId: "bolat", handle: "Bolat", heldAt: 1000 };
  const seen = (viewerId: string, now: number) => holdView({ entryId: "e", hold, canHold: true }, viewerId, now);

  it("names who is at it until it has run out", () => {
    expect(seen("dana", 2000)).toMatchObject({ who: "other", handle: "Bolat", since: 1000 });
    expect(seen("bolat", 2000)).toMatchObject({ who: "self", handle: "Bolat" });
    expect(seen("dana", 1000 + 30 * 60_000)).toMatchObject({ who: "nobody", handle: null, since: null });
  });
});
