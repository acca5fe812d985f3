import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { provideSettings } from "@/lib/env";
import { accountMark } from "@/lib/features/entries/data/account-mark";
import { requestChanges } from "@/lib/features/entries/mutations/request-changes";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { submitEntry } from "@/lib/features/entries/mutations/submit-entry";
import { takeChange, takeFromOutbox, takeMessage } from "@/lib/features/entries/mutations/take-from-outbox";
import { withdrawEntry } from "@/lib/features/entries/mutations/withdraw-entry";
import { db } from "@/lib/server/db";
import { publishedCorrection, readRecord, rowOf, typedCorrection } from "./support/corrections";
import { createModerator, personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

provideSettings({ authSecret: "a secret of the tests and of nothing else" });
const database = testDatabase("record");

const writing = (userId: string, changes: Parameters<typeof typedFigure>[0] = {}) => ({
  ...{ submissionKey: randomUUID(), account: accountMark(userId), payload: typedFigure(changes) },
});

test("however often one thing is sent from an outbox, it is one entry, submitted once", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const written = writing(chingiz.id);
    const answers = [];
    for (let times = 0; times < 5; times += 1) answers.push(await takeFromOutbox(chingiz.id, written));
    const [first] = answers;
    expect(first).toMatchObject({ as: "submitted" });
    expect(answers).toEqual(answers.map(() => first));
    expect(await db().entry.count()).toBe(1);
    expect(await db().auditEvent.count({ where: { verb: "entry.submit" } })).toBe(1);
  });
});

test("what lacks something becomes a draft, and is submitted once its author wrote the rest under the same key", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const unfinished = writing(chingiz.id, { number: "" });
    const kept = await takeFromOutbox(chingiz.id, unfinished);
    expect(kept).toMatchObject({ as: "draft" });
    const whole = { ...unfinished, payload: typedFigure() };
    expect(await takeFromOutbox(chingiz.id, whole)).toEqual({ ...kept, as: "submitted" });
    expect(await db().entry.count()).toBe(1);
  });
});

test("an entry that was withdrawn since is not brought back, and other words for it are not taken", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const written = writing(chingiz.id);
    const taken = await takeFromOutbox(chingiz.id, written);
    if ("refused" in taken) throw new Error(taken.refused);
    await withdrawEntry(chingiz.id, { entryId: taken.entryId, seenVersion: 1 });
    expect(await takeFromOutbox(chingiz.id, written)).toEqual({ entryId: taken.entryId, as: "sent_before" });
    // Nowhere but on the device: it must not be taken for received.
    const other = { ...written, payload: typedFigure({ number: "1 300" }) };
    expect(await takeFromOutbox(chingiz.id, other)).toEqual({ refused: "sent_otherwise" });
    expect(await db().entry.findUniqueOrThrow({ where: { id: taken.entryId } })).toMatchObject({ state: "withdrawn" });
  });
});

test("what a moderator gave back is handed in again by other words, and not by the same ones", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const written = writing(chingiz.id);
    const taken = await takeFromOutbox(chingiz.id, written);
    if ("refused" in taken) throw new Error(taken.refused);
    const { entryId } = taken;
    await requestChanges(bolat.id, { entryId, seenVersion: 1, reason: "Which day?" });
    expect(await takeFromOutbox(chingiz.id, written)).toEqual({ entryId, as: "sent_before" });
    const mended = { ...written, payload: typedFigure({ number: "1 300" }) };
    expect(await takeFromOutbox(chingiz.id, mended)).toEqual({ entryId, as: "submitted" });
    expect(await db().entry.findUniqueOrThrow({ where: { id: entryId } })).toMatchObject({
      ...{ state: "submitted", version: 2 },
    });
    // What was said first is in the entry's history: sent once more it is not taken for something new.
    expect(await takeFromOutbox(chingiz.id, written)).toEqual({ entryId, as: "sent_before" });
  });
});

test("a sending that was overtaken on its way does not overwrite what was sent after it", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const submissionKey = randomUUID();
    const send = (number: string, sending?: number) =>
      saveDraft(chingiz.id, { submissionKey, payload: typedFigure({ number }), submit: true, sending });
    const later = await send("1 300", 2);
    if ("refused" in later) throw new Error(later.refused);
    const { id: entryId } = later.entry;
    expect(await send("1 200", 1)).toEqual({ refused: "already_sent", entryId, holdsIt: false });
    expect(await send("1 300", 1)).toEqual(later);
    expect(await send("1 400", 3)).toMatchObject({ entry: { id: entryId, version: 2 } });
  });
});

test("it is taken from the account it was written in and from no other, also with another's mark", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const written = writing(chingiz.id);
    expect(await takeFromOutbox(bolat.id, written)).toEqual({ refused: "other_account" });
    expect(await takeFromOutbox(chingiz.id, { ...written, account: "" })).toEqual({ refused: "other_account" });
    expect(await db().entry.count()).toBe(0);
  });
});

test("a correction made against an older version is kept for its author to look at, and overwrites nothing", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const third = await createModerator(tx, "third-for-outbox");
    const people = { author: bolat.id, first: dana.id, second: third };
    await publishedCorrection(people, typedCorrection("KZ22-F121", { "note.en": "What was published meanwhile." }));
    const payload = typedCorrection("KZ22-F121", { "note.en": "What was written before, without a line." });
    const taken = await takeFromOutbox(chingiz.id, { ...writing(chingiz.id), payload });
    if ("refused" in taken) throw new Error(taken.refused);
    expect(taken.as).toBe("draft");
    const entry = await db().entry.findUniqueOrThrow({ where: { id: taken.entryId } });
    expect(entry).toMatchObject({ state: "draft", baseRevision: 1 });
    // Nor can it be sent on as it is: whoever tries is told of the other version.
    expect(await submitEntry(chingiz.id, { entryId: entry.id, seenVersion: 1 })).toEqual({
      ...{ refused: "record_changed", revision: 2 },
    });
    expect(JSON.stringify(rowOf(await readRecord(), "KZ22-F121"))).toContain("What was published meanwhile.");
  });
});

test("a change written while the line was cut makes one version, and overwrites none that came since", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const account = accountMark(chingiz.id);
    const change = { entryId, seenVersion: 1, payload: typedFigure({ number: "1 300" }), account };
    for (const as of ["submitted", "sent_before", "sent_before"])
      expect(await takeChange(chingiz.id, change)).toEqual({ entryId, as });
    const late = { ...change, payload: typedFigure({ number: "1 400" }) };
    expect(await takeChange(chingiz.id, late)).toMatchObject({ refused: "stale_version" });
    const others = { ...change, account: accountMark(bolat.id) };
    expect(await takeChange(bolat.id, others)).toHaveProperty("refused");
    expect(await takeChange(bolat.id, change)).toEqual({ refused: "other_account" });
    expect(await db().entryVersion.count({ where: { entryId } })).toBe(2);
  });
});

test("what came back is kept with its author while it lacks something; an answer sent twice is one message", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const reason = "Which day?";
    await requestChanges(bolat.id, { entryId, seenVersion: 1, reason, reasonLanguage: "en" });
    const account = accountMark(chingiz.id);
    const change = { entryId, seenVersion: 1, payload: typedFigure({ number: "" }), account };
    expect(await takeChange(chingiz.id, change)).toEqual({ entryId, as: "draft" });
    const message = { entryId, text: "The fifth.", messageKey: randomUUID(), account };
    for (let times = 0; times < 2; times += 1)
      expect(await takeMessage(chingiz.id, message)).toMatchObject({ entryId });
    expect(await db().entryMessage.count({ where: { entryId } })).toBe(1);
  });
});

// Last: what it commits stays for the rest of the file.
test("two devices that send the same at once make one entry", async () => {
  const { chingiz } = await database.committed(() => personasIn(db()));
  const written = writing(chingiz.id);
  const send = () => takeFromOutbox(chingiz.id, written);
  const answers = await database.race(send, send);
  const entries = await database.committed(() => db().entry.findMany({ where: { authorId: chingiz.id } }));
  expect(entries).toHaveLength(1);
  for (const answer of answers)
    expect(answer).toMatchObject({ status: "fulfilled", value: { entryId: entries[0]?.id, as: "submitted" } });
});
