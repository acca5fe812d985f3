import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readModeratedEntry } from "@/lib/features/entries/data";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { markUnverifiable } from "@/lib/features/entries/mutations/mark-unverifiable";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { reopenEntry } from "@/lib/features/entries/mutations/reopen-entry";
import { requestChanges } from "@/lib/features/entries/mutations/request-changes";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { submitEntry } from "@/lib/features/entries/mutations/submit-entry";
import { withdrawEntry } from "@/lib/features/entries/mutations/withdraw-entry";
import { moderatedEntryView } from "@/lib/features/entries/view/moderated-entry";
import { readEdition, readVersion } from "@/lib/features/waves/data";
import { verifyAuditChain } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import { personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
const seen = (entryId: string, seenVersion = 1) => ({ entryId, seenVersion });
const because = (entryId: string, reason: string, seenVersion = 1) => ({ entryId, seenVersion, reason });

function entryOf(id: string) {
  return db().entry.findUniqueOrThrow({ where: { id }, include: { versions: true, decisions: true } });
}

test("a draft may be unfinished, is submitted once whole, and says what is missing until then", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const unfinished = typedFigure({ number: "", actionId: "", sources: [] });
    const saved = await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload: unfinished, submit: false });
    if ("refused" in saved) throw new Error(saved.refused);
    expect(saved.entry).toMatchObject({ state: "draft", version: 1 });
    const refused = await submitEntry(chingiz.id, { entryId: saved.entry.id, seenVersion: 1 });
    expect(refused).toEqual({
      refused: "incomplete",
      problems: [
        { field: "actionId", code: "action_missing" },
        { field: "number", code: "number_missing" },
        { field: "words", code: "words_or_quote" },
        { field: "sources.0.url", code: "source_missing" },
      ],
    });
    const edit = { entryId: saved.entry.id, seenVersion: 1, payload: typedFigure(), submit: true };
    expect(await editEntry(chingiz.id, edit)).toMatchObject({ entry: { state: "submitted", version: 2 } });
    expect((await entryOf(saved.entry.id)).versions).toHaveLength(2);
  });
});

test("a submission that is refused leaves no draft behind", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const payload = typedFigure({ actionId: "KZ22-A10" });
    const refused = await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload, submit: true });
    expect(refused).toEqual({
      refused: "incomplete",
      problems: [{ field: "actionId", code: "action_not_of_workforce" }],
    });
    expect(await db().entry.count()).toBe(0);
  });
});

test("a year of two digits is kept in full where one day of the wave is meant, also without the dates of a form", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const save = (date: string, submit: boolean) =>
      saveDraft(chingiz.id, { submissionKey: randomUUID(), payload: typedFigure({ date }), submit });
    const saved = await save("5.1.22", true);
    if ("refused" in saved) throw new Error(saved.refused);
    expect(await entryOf(saved.entry.id)).toMatchObject({ state: "submitted", payload: { date: "2022-01-05" } });
    const problems = [{ field: "date", code: "date_year_short" }];
    expect(await save("22.01.05", true)).toEqual({ refused: "incomplete", problems });
  });
});

test("what only the record knows is checked: sources, the future, a date far from the wave", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const submit = (changes: Parameters<typeof typedFigure>[0]) =>
      saveDraft(chingiz.id, { submissionKey: randomUUID(), payload: typedFigure(changes), submit: true });
    expect(await submit({ sources: [{ existing: "KZ22-S999", quote: "x" }] })).toMatchObject({
      problems: [{ field: "sources.0.existing", code: "source_unknown" }],
    });
    const everybody = { basis: "cumulative" } as const;
    expect(await submit({ ...everybody, date: "2999-01-01" })).toMatchObject({
      problems: [{ code: "date_in_future" }],
    });
    expect(await submit({ date: "2026-11-01" })).toMatchObject({ problems: [{ code: "date_outside_wave" }] });
    expect(await submit({ date: "1950-01-01" })).toMatchObject({ problems: [{ code: "date_outside_wave" }] });
  });
});

test("one approval publishes an ordinary figure, which everybody then reads, with its new source", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const versionBefore = await readVersion();
    const entryId = await submittedEntry(chingiz.id, {
      precision: "part_of_day",
      partOfDay: "evening",
      note: "Only the main pit.",
      confidentialNote: "I was told by a friend underground.",
      sources: [
        {
          url: "https://www.example.kz/strike?utm_source=x",
          title: "Забастовка на шахте",
          language: "ru",
          kind: "press",
          tier: "one",
          publishedOn: "2022-01-06",
          quote: "1200 шахтёров не спустились в забой",
        },
      ],
    });
    const approved = await approveEntry(bolat.id, seen(entryId));
    if ("refused" in approved) throw new Error(approved.refused);
    expect(approved.entry.state).toBe("published");
    const [record] = (await readEdition(null)).records;
    const figure = record?.figures.find(({ id }) => id === approved.entry.recordId);
    expect(figure).toMatchObject({
      workforceId: "KZ22-W11",
      actionId: "KZ22-A18",
      quantity: { lower: 1200, upper: 1200, unit: "people", words: "1200 шахтёров не спустились в забой" },
      wordsLanguage: "ru",
      asOf: { earliest: Date.parse("2022-01-05T12:00Z"), latest: Date.parse("2022-01-05T18:00Z") - 1 },
      note: { en: "Only the main pit." },
      revision: 1,
    });
    const source = record?.sources.find(({ id }) => id === figure?.citations[0]?.sourceId);
    expect(source).toMatchObject({ title: "Забастовка на шахте", tier: "one", publishedOn: "2022-01-06" });
    expect(await readVersion()).toBeGreaterThan(versionBefore);
    const revisions = await db().revision.findMany({ where: { recordId: figure?.id ?? "" } });
    expect(revisions).toHaveLength(1);
    expect(JSON.stringify([record, revisions])).not.toMatch(/friend underground|chingiz/);
    const kept = await db().source.findUniqueOrThrow({ where: { id: source?.id ?? "" } });
    expect(kept.confidentialNote).toBe("I was told by a friend underground.");
    expect(await verifyAuditChain(db())).toBeNull();
  });
});

test("the same page is not recorded as a source twice, whatever its address looks like", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const [known] = await db().source.findMany({ where: { url: { startsWith: "https://" } }, take: 1 });
    const url = `${known?.url}${known?.url?.includes("?") ? "&" : "?"}utm_campaign=feed#top`;
    const source = { url, title: "Again", language: "en", quote: "1,200 miners" };
    const approved = await approveEntry(bolat.id, seen(await submittedEntry(chingiz.id, { sources: [source] })));
    if ("refused" in approved) throw new Error(approved.refused);
    const citations = await db().citation.findMany({ where: { recordId: approved.entry.recordId ?? "" } });
    expect(citations.map(({ sourceId }) => sourceId)).toEqual([known?.id]);
  });
});

test("high impact takes two different moderators", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id, { measure: "participation_rate", number: "60 %" });
    expect(await approveEntry(bolat.id, seen(entryId))).toMatchObject({ entry: { state: "approved_once" } });
    expect(await approveEntry(bolat.id, seen(entryId))).toEqual({ refused: "already_approved" });
    expect(await approveEntry(dana.id, seen(entryId))).toMatchObject({ entry: { state: "published" } });
  });
});

test("a figure far from what is published needs two, weighed at the moment of approval", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const first = await submittedEntry(chingiz.id, { number: "500" });
    const far = await submittedEntry(chingiz.id, { number: "5000" });
    expect((await entryOf(far)).approvalsRequired).toBe(1);
    expect(await approveEntry(bolat.id, seen(first))).toMatchObject({ entry: { state: "published" } });
    expect(await approveEntry(bolat.id, seen(far))).toMatchObject({ entry: { state: "approved_once" } });
    expect((await entryOf(far)).approvalsRequired).toBe(2);
  });
});

test("attendance far from the record's needs two whichever workforce it came with, and is the action's once published", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const crowd = {
      actionId: "KZ22-A110",
      workforceId: "KZ22-W11",
      measure: "attendance",
      date: "2022-01-06",
    } as const;
    const sources = [{ existing: "KZ22-S6", quote: "9,000 people", language: "en" }];
    const entryId = await submittedEntry(chingiz.id, { ...crowd, number: "9,000", sources });
    expect((await entryOf(entryId)).approvalsRequired).toBe(2);
    const row = await readModeratedEntry(entryId);
    if (row === null) throw new Error("Not in the queue.");
    const { comparison } = moderatedEntryView(row, (await readEdition(null)).records, {
      ...bolat,
      role: "moderator",
      invitedById: null,
      active: true,
      secured: true,
    });
    expect(comparison?.existing.map(({ id }) => id)).toContain("KZ22-F108");
    expect(comparison?.impact).toEqual({ required: 2, reasons: ["far_from_existing"] });
    expect(await approveEntry(bolat.id, seen(entryId))).toMatchObject({ entry: { state: "approved_once" } });
    const published = await approveEntry(dana.id, seen(entryId));
    if ("refused" in published) throw new Error(published.refused);
    const figure = await db().figure.findUniqueOrThrow({ where: { id: published.entry.recordId ?? "" } });
    expect(figure).toMatchObject({ actionId: "KZ22-A110", workforceId: null, measure: "attendance" });
  });
});

test("a new version voids the approval, and an approval of the old one says what changed", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
    await approveEntry(bolat.id, seen(entryId));
    const edit = {
      entryId,
      seenVersion: 1,
      payload: typedFigure({ number: "21 000", note: "Corrected" }),
      submit: true,
    };
    expect(await editEntry(chingiz.id, edit)).toMatchObject({ entry: { state: "submitted", version: 2 } });
    expect(await approveEntry(dana.id, seen(entryId, 1))).toEqual({
      refused: "stale_version",
      version: 2,
      changed: ["number", "note"],
    });
    expect(await approveEntry(dana.id, seen(entryId, 2))).toMatchObject({ entry: { state: "approved_once" } });
    expect(await approveEntry(bolat.id, seen(entryId, 2))).toMatchObject({ entry: { state: "published" } });
  });
});

test("a question goes back to the author, who answers by submitting again", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    expect(await requestChanges(bolat.id, because(entryId, " "))).toEqual({ refused: "reason_required" });
    const asked = await requestChanges(bolat.id, because(entryId, "Which pit?"));
    expect(asked).toMatchObject({ entry: { state: "changes_requested" } });
    const edit = { entryId, seenVersion: 1, payload: typedFigure({ note: "The main pit" }), submit: true };
    expect(await editEntry(chingiz.id, edit)).toMatchObject({ entry: { state: "submitted", version: 2 } });
    expect((await entryOf(entryId)).decisions[0]).toMatchObject({ verb: "request_changes", reason: "Which pit?" });
  });
});

test("rejected and unverifiable entries can be taken up again, and then need their approvals anew", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id, { number: "15 000" });
    await approveEntry(bolat.id, seen(entryId));
    expect(await rejectEntry(dana.id, because(entryId, "Another mine"))).toMatchObject({
      entry: { state: "rejected" },
    });
    expect(await reopenEntry(bolat.id, because(entryId, "New source"))).toMatchObject({
      entry: { state: "submitted" },
    });
    expect(await markUnverifiable(dana.id, because(entryId, "One voice only"))).toMatchObject({
      entry: { state: "unverifiable" },
    });
    await reopenEntry(bolat.id, because(entryId, "A second voice"));
    expect(await approveEntry(bolat.id, seen(entryId))).toMatchObject({ entry: { state: "approved_once" } });
    expect(await approveEntry(dana.id, seen(entryId))).toMatchObject({ entry: { state: "published" } });
  });
});

test("what is withdrawn stays withdrawn, and the moderator reads that its author was first", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    expect(await withdrawEntry(chingiz.id, seen(entryId))).toMatchObject({ entry: { state: "withdrawn" } });
    expect(await approveEntry(bolat.id, seen(entryId))).toMatchObject({
      refused: "lost_race",
      by: "chingiz",
      verb: "withdraw",
    });
    expect(await submitEntry(chingiz.id, seen(entryId))).toEqual({ refused: "not_allowed_from_state" });
  });
});

test("words are read by the domain's rule, kept where they say no number, and a refusal to say is a full answer", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const publish = async (changes: Parameters<typeof typedFigure>[0]) => {
      const approved = await approveEntry(bolat.id, seen(await submittedEntry(chingiz.id, changes)));
      if ("refused" in approved) throw new Error(approved.refused);
      return db().figure.findUniqueOrThrow({ where: { id: approved.entry.recordId ?? "" } });
    };
    expect(await publish({ mode: "words_only", words: "сотни шахтёров", wordsLanguage: "ru" })).toMatchObject({
      ...{ lower: 200, upper: null, ruleId: "turnout.plural", ruleVersion: 1, unknown: null },
    });
    expect(await publish({ mode: "words_only", words: "a part of the shift", wordsLanguage: "en" })).toMatchObject({
      ...{ lower: null, upper: null, unknown: "not_reported", words: "a part of the shift" },
    });
    expect(await publish({ mode: "no_number", number: "", unknownReason: "withheld" })).toMatchObject({
      ...{ lower: null, upper: null, unknown: "withheld" },
    });
    expect(await publish({ mode: "range", lower: "1,000", upper: "", words: "more than 1,000" })).toMatchObject({
      ...{ lower: 1000, upper: null, ruleId: "turnout.more_than" },
    });
  });
});
