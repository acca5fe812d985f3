import { describe, expect, it } from "vitest";
import { ENTRY_STATES, ENTRY_TRANSITIONS, type EntryState } from "@/lib/domain/entry";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { correctionInputSchema } from "../schema/correction";
import { ownEntryView } from "./own-entries";
import type { DecisionRow, DecisionVerb } from "./rows";

const record = waveRecordOfFiles(readRecordFiles());
const decided = (id: number, entryVersion: number, verb: DecisionVerb): DecisionRow => {
  return { id, entryVersion, verb, reason: null, standing: null, at: 0 };
};

type Given = { revision?: number; gone?: boolean; version?: number; decisions?: DecisionRow[]; isAsked?: boolean };

/** One's own correction of the first revision of a figure that stands at another by now, or is no longer published. */
function own(
  state: EntryState,
  { revision = 1, gone = false, version = 1, decisions = [], isAsked = false }: Given = {},
) {
  const figures = record.figures.map((row) =>
    row.id === "KZ22-F121" ? { ...row, revision, state: gone ? ("retracted" as const) : row.state } : row,
  );
  const payload = correctionInputSchema.parse({
    ...{ kind: "correction", waveId: record.wave.id, recordId: "KZ22-F121", baseRevision: 1 },
    ...{ changes: { "note.en": "Changed." }, reason: "A slip.", reasonLanguage: "en", grounds: "cited" },
  });
  const entry = {
    ...{ id: "e", waveId: record.wave.id, kind: "correction" as const, state, version, approvalsRequired: 2 },
    ...{
      authorId: "a",
      recordId: "KZ22-F121",
      payload,
      createdAt: 0,
      updatedAt: 0,
      submittedAt: 0,
      decisions,
      isAsked,
    },
  };
  return ownEntryView(entry, [{ ...record, figures }]);
}

const OPEN: EntryState[] = ["draft", "submitted", "changes_requested", "approved_once"];

describe("one's own correction", () => {
  it("waits while its revision is in force, and is to be looked at again once another is", () => {
    expect(own("submitted").nextStep).toBe("wait");
    for (const state of OPEN) {
      const { nextStep, canEdit } = own(state, { revision: 2 });
      expect([state, nextStep, canEdit]).toEqual([state, "look_again", true]);
    }
  });

  it("is to be answered about while it waits and a moderator had the last word", () => {
    const steps = ENTRY_STATES.map((state) => [state, own(state, { isAsked: true }).nextStep]);
    const asked = steps.filter(([, nextStep]) => nextStep === "answer_question").map(([state]) => state);
    expect(asked).toEqual(["submitted", "approved_once"]);
  });

  it("asks for nothing again once it is decided or withdrawn, though its own revision came after", () => {
    for (const state of ENTRY_STATES.filter((one) => !OPEN.includes(one))) {
      expect(["read_record", "anew"]).toContain(own(state, { revision: 2 }).nextStep);
      const gone = own(state, { revision: 2, gone: true });
      expect(["read_record", "none"]).toContain(gone.nextStep);
      expect(gone.canBeginAnew).toBe(false);
    }
    const over = ENTRY_STATES.filter((state) => own(state).isOver);
    expect(over).toEqual(ENTRY_STATES.filter((state) => !OPEN.includes(state)));
    expect(own("submitted", { gone: true }).isOver).toBe(false);
  });

  it("of a record that was retracted since can only be withdrawn, or be closed by a moderator", () => {
    const steps = OPEN.map((state) => own(state, { revision: 2, gone: true }));
    expect(steps.map(({ nextStep }) => nextStep)).toEqual(["withdraw", "withdraw", "withdraw", "closed_soon"]);
    expect(steps.some(({ canEdit }) => canEdit)).toBe(false);
  });

  it("can be withdrawn exactly where the table of states says so", () => {
    for (const state of ENTRY_STATES)
      expect([state, own(state).canWithdraw]).toEqual([state, ENTRY_TRANSITIONS.withdraw.from.includes(state)]);
  });
});

describe("an approval in the list of what happened", () => {
  const voidOf = (version: number, decisions: DecisionRow[]) =>
    own("submitted", { version, decisions }).decisions.map(({ isVoid }) => isVoid);

  it("counts for the version it saw, and is void once that was changed", () => {
    expect(voidOf(1, [decided(1, 1, "approve")])).toEqual([false]);
    expect(voidOf(2, [decided(1, 1, "approve"), decided(2, 2, "approve")])).toEqual([true, false]);
  });

  it("is void once anything else was decided; what is no approval never is", () => {
    const decisions = [decided(1, 1, "approve"), decided(2, 1, "reject"), decided(3, 1, "reopen")];
    expect(voidOf(1, decisions)).toEqual([true, false, false]);
  });
});
