import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { markUnverifiable } from "@/lib/features/entries/mutations/mark-unverifiable";
import type { EntryResult } from "@/lib/features/entries/mutations/refusal";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { reopenEntry } from "@/lib/features/entries/mutations/reopen-entry";
import { requestChanges } from "@/lib/features/entries/mutations/request-changes";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { submitEntry } from "@/lib/features/entries/mutations/submit-entry";
import { withdrawEntry } from "@/lib/features/entries/mutations/withdraw-entry";
import { db } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import type { Personas } from "@/prisma/seed/factories";
import { personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
const somebodyUnknown = "00000000-0000-7000-8000-000000000000";

type Who = keyof Personas | "suspended" | "unknown";
type Case = {
  verb: string;
  state: "none" | "draft" | "submitted" | "rejected";
  act: (actorId: string, entryId: string) => Promise<EntryResult>;
  /** Everybody else is refused, for this reason. The entry is Chingiz's unless somebody else is named. */
  allowed: Who[];
  refusals: Partial<Record<Who, string>>;
};

const decision = (entryId: string) => ({ entryId, seenVersion: 1, reason: "Because of the source" });
const notAuthor = { aigerim: "not_author", bolat: "not_author", dana: "not_author", erlan: "not_author" };
const notModerator = { aigerim: "role", chingiz: "role", erlan: "role", farida: "role" };

const cases: Case[] = [
  {
    verb: "save",
    state: "none",
    act: (actorId) => saveDraft(actorId, { submissionKey: randomUUID(), payload: typedFigure(), submit: false }),
    allowed: ["chingiz", "erlan", "bolat", "dana"],
    refusals: { aigerim: "role", farida: "role" },
  },
  {
    verb: "edit",
    state: "draft",
    act: (actorId, entryId) =>
      editEntry(actorId, { entryId, seenVersion: 1, payload: typedFigure({ note: "x" }), submit: false }),
    allowed: ["chingiz"],
    refusals: { ...notAuthor, farida: "not_author" },
  },
  {
    verb: "submit",
    state: "draft",
    act: (actorId, entryId) => submitEntry(actorId, { entryId, seenVersion: 1 }),
    allowed: ["chingiz"],
    refusals: { ...notAuthor, farida: "not_author" },
  },
  {
    verb: "withdraw",
    state: "submitted",
    act: (actorId, entryId) => withdrawEntry(actorId, { entryId, seenVersion: 1 }),
    allowed: ["chingiz"],
    refusals: { ...notAuthor, farida: "not_author" },
  },
  ...(
    [
      ["approve", approveEntry],
      ["request changes", requestChanges],
      ["reject", rejectEntry],
      ["mark unverifiable", markUnverifiable],
    ] as const
  ).map(
    ([verb, mutation]): Case => ({
      verb,
      state: "submitted",
      act: (actorId, entryId) => mutation(actorId, decision(entryId)),
      allowed: ["bolat", "dana"],
      refusals: notModerator,
    }),
  ),
  {
    verb: "reopen",
    state: "rejected",
    act: (actorId, entryId) => reopenEntry(actorId, decision(entryId)),
    allowed: ["bolat", "dana"],
    refusals: notModerator,
  },
];

async function entryIn(state: Case["state"], personas: Personas): Promise<string> {
  if (state === "none") return somebodyUnknown;
  if (state === "draft") {
    const payload = typedFigure();
    const saved = await saveDraft(personas.chingiz.id, { submissionKey: randomUUID(), payload, submit: false });
    if ("refused" in saved) throw new Error(saved.refused);
    return saved.entry.id;
  }
  const entryId = await submittedEntry(personas.chingiz.id);
  if (state === "rejected") await rejectEntry(personas.dana.id, decision(entryId));
  return entryId;
}

async function actorOf(who: Who, personas: Personas, tx: Transaction): Promise<string> {
  if (who === "unknown") return somebodyUnknown;
  if (who !== "suspended") return personas[who].id;
  // Suspended after the page was opened: what the write reads counts, not what the page knew.
  await tx.user.update({ where: { id: personas.dana.id }, data: { state: "suspended" } });
  return personas.dana.id;
}

describe.each(cases)("$verb", ({ state, act, allowed, refusals }) => {
  const attempt = (who: Who) =>
    database.rolledBack(async (tx) => {
      const personas = await personasIn(tx);
      const entryId = await entryIn(state, personas);
      const actorId = await actorOf(who, personas, tx);
      const before = await db().auditEvent.count();
      const result = await act(actorId, entryId);
      return { result, linesWritten: (await db().auditEvent.count()) - before };
    });

  test.each(allowed)("%s may, and a line of the log is written", async (who) => {
    const { result, linesWritten } = await attempt(who);
    expect(result).toHaveProperty("entry");
    expect(linesWritten).toBeGreaterThan(0);
  });

  const everyRefusal = { ...refusals, suspended: "suspended", unknown: "signed_out" };
  test.each(Object.entries(everyRefusal))("%s may not: %s, and nothing is written", async (who, reason) => {
    const { result, linesWritten } = await attempt(who as Who);
    expect(result).toEqual({ refused: reason });
    expect(linesWritten).toBe(0);
  });
});

test("nobody decides on their own entry, moderators included", async () => {
  await database.rolledBack(async (tx) => {
    const { bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(bolat.id);
    for (const mutation of [approveEntry, requestChanges, rejectEntry, markUnverifiable]) {
      expect(await mutation(bolat.id, decision(entryId))).toEqual({ refused: "own_entry" });
    }
    expect(await approveEntry(dana.id, decision(entryId))).toHaveProperty("entry");
  });
});

test("a role taken away counts at once", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    await tx.user.update({ where: { id: bolat.id }, data: { role: "contributor" } });
    expect(await approveEntry(bolat.id, decision(entryId))).toEqual({ refused: "role" });
  });
});

test("an entry that does not exist is no error", async () => {
  await database.rolledBack(async (tx) => {
    const { bolat, chingiz } = await personasIn(tx);
    expect(await approveEntry(bolat.id, decision(somebodyUnknown))).toEqual({ refused: "gone" });
    expect(await withdrawEntry(chingiz.id, { entryId: somebodyUnknown, seenVersion: 1 })).toEqual({
      refused: "not_author",
    });
  });
});
