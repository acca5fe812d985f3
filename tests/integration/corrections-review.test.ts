import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readOthersWaiting, readOwnEntry } from "@/lib/features/entries/data";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { rebaseCorrection } from "@/lib/features/entries/mutations/rebase-correction";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { submitEntry } from "@/lib/features/entries/mutations/submit-entry";
import { withdrawEntry } from "@/lib/features/entries/mutations/withdraw-entry";
import { ownEntryView } from "@/lib/features/entries/view/own-entries";
import { clockOf } from "@/lib/features/entries/view/record-clock";
import { formOf } from "@/lib/features/entries/view/record-form";
import { db } from "@/lib/server/db";
import {
  holdsNow,
  publishedCorrection,
  readRecord,
  rowOf,
  submittedCorrection,
  typedCorrection,
  typedRetraction,
} from "./support/corrections";
import { createModerator, personasIn } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

test("everybody who is not to be asked is refused", async () => {
  await database.rolledBack(async (tx) => {
    const { aigerim, bolat, chingiz, dana, erlan, farida } = await personasIn(tx);
    const payload = typedCorrection("KZ22-F121", { "note.en": "x" });
    const propose = (who: { id: string }) => saveDraft(who.id, { submissionKey: randomUUID(), payload, submit: true });
    expect(await propose(aigerim)).toEqual({ refused: "role" });
    expect(await propose(farida)).toEqual({ refused: "role" });
    const entryId = await submittedCorrection(bolat.id, payload);
    const approve = (who: { id: string }) => approveEntry(who.id, { entryId, seenVersion: 1 });
    for (const who of [aigerim, chingiz, erlan]) expect(await approve(who)).toEqual({ refused: "role" });
    expect(await approve(bolat)).toEqual({ refused: "own_entry" });
    expect(await approve(dana)).toMatchObject({ entry: { state: "approved_once" } });
    expect(await approve(dana)).toMatchObject({ refused: "already_approved" });
    expect(await withdrawEntry(chingiz.id, { entryId, seenVersion: 1 })).toEqual({ refused: "not_author" });
    expect((await readRecord()).revisions).toEqual({});
  });
});

test("while a correction is open the record says so and nothing else; each change of that reaches readers", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const versions: number[] = [];
    const open = async () => {
      const { version, openCorrections } = await readRecord();
      versions.push(version);
      return openCorrections;
    };
    expect(await open()).toEqual({});
    const payload = typedCorrection("KZ22-F121", { "note.en": "Nobody has checked this." });
    const entryId = await submittedCorrection(chingiz.id, payload);
    const mark = { "KZ22-F121": [{ kind: "correction", since: expect.any(Number) }] };
    expect(await open()).toEqual(mark);
    expect(JSON.stringify(await readRecord())).not.toContain("Nobody has checked this.");
    await approveEntry(bolat.id, { entryId, seenVersion: 1 });
    expect(await open()).toEqual(mark);
    await rejectEntry(dana.id, { entryId, seenVersion: 1, reason: "It is not so." });
    expect(await open()).toEqual({});
    const other = await submittedCorrection(chingiz.id, typedRetraction("KZ22-F12"));
    expect(await open()).toEqual({ "KZ22-F12": [{ kind: "retraction", since: expect.any(Number) }] });
    await withdrawEntry(chingiz.id, { entryId: other, seenVersion: 1 });
    expect(await open()).toEqual({});
    const isNews = versions.map((version, at) => version > (versions[at - 1] ?? 0));
    expect(isNews).toEqual([true, true, false, true, true, true]);
  });
});

test("whoever looks at one correction is told what else waits about its record, and only while it waits", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const first = await submittedCorrection(chingiz.id, typedCorrection("KZ22-F121", { "note.en": "One." }));
    const second = await submittedCorrection(bolat.id, typedRetraction("KZ22-F121"));
    await submittedCorrection(bolat.id, typedRetraction("KZ22-F12"));
    const payload = typedCorrection("KZ22-F121", { "note.en": "A draft is its author's alone." });
    await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload, submit: false });
    const others = async (id: string | null) => (await readOthersWaiting("KZ22-F121", id)).map((one) => one.id);
    expect(await others(null)).toEqual([first, second]);
    expect(await readOthersWaiting("KZ22-F121", first)).toEqual([
      { id: second, kind: "retraction", submittedAt: expect.any(Number) },
    ]);
    await approveEntry(dana.id, { entryId: first, seenVersion: 1 });
    expect(await others(second)).toEqual([first]);
    await withdrawEntry(bolat.id, { entryId: second, seenVersion: 1 });
    expect(await others(first)).toEqual([]);
  });
});

test("what was approved once cannot be withdrawn as it stands, and can once a change has voided the approval", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedCorrection(chingiz.id, typedCorrection("KZ22-F121", { "note.en": "One." }));
    await approveEntry(bolat.id, { entryId, seenVersion: 1 });
    expect(await withdrawEntry(chingiz.id, { entryId, seenVersion: 1 })).toEqual({ refused: "not_allowed_from_state" });
    const payload = typedCorrection("KZ22-F121", { "note.en": "Two." });
    await editEntry(chingiz.id, { entryId, seenVersion: 1, payload, submit: false });
    expect(await withdrawEntry(chingiz.id, { entryId, seenVersion: 2 })).toMatchObject({
      entry: { state: "withdrawn" },
    });
  });
});

test("a correction of a version that is no longer in force goes back to its author with everything typed", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const late = await submittedCorrection(chingiz.id, typedCorrection("KZ22-F121", { "note.ru": "Позже." }));
    await approveEntry(bolat.id, { entryId: late, seenVersion: 1 });
    const people = { author: chingiz.id, first: bolat.id, second: dana.id };
    await publishedCorrection(people, typedCorrection("KZ22-F121", { "note.en": "Earlier." }));
    expect(await approveEntry(dana.id, { entryId: late, seenVersion: 1 })).toEqual({
      ...{ refused: "record_changed", revision: 2 },
    });
    const own = async () => {
      const row = await readOwnEntry(chingiz.id, late);
      if (row === null) throw new Error("The entry is gone.");
      const { nextStep, decisions } = ownEntryView(row, [await readRecord()]);
      return { nextStep, isVoid: decisions.map((decision) => decision.isVoid) };
    };
    expect(await own()).toEqual({ nextStep: "look_again", isVoid: [false] });
    const again = typedCorrection("KZ22-F121", { "note.ru": "Позже." }, { baseRevision: 2 });
    const edited = await editEntry(chingiz.id, { entryId: late, seenVersion: 1, payload: again, submit: true });
    expect(edited).toMatchObject({ entry: { state: "submitted", version: 2 } });
    expect(await own()).toEqual({ nextStep: "wait", isVoid: [true] });
    expect(await approveEntry(dana.id, { entryId: late, seenVersion: 2 })).toMatchObject({
      entry: { state: "approved_once" },
    });
    await approveEntry(bolat.id, { entryId: late, seenVersion: 2 });
    await holdsNow(tx);
    expect(rowOf(await readRecord(), "KZ22-F121")).toMatchObject({
      ...{ revision: 3, note: { en: "Earlier.", ru: "Позже." } },
    });
  });
});

test("a form opened before another version came is kept as a draft and not sent", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const people = { author: bolat.id, first: dana.id, second: await createModerator(tx, "gulnar") };
    await publishedCorrection(people, typedCorrection("KZ22-F121", { "note.en": "Earlier." }));
    const payload = typedCorrection("KZ22-F121", { "note.ru": "Позже." });
    const result = await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload, submit: true });
    expect(result).toMatchObject({ entry: { state: "draft" } });
    const entryId = "entry" in result ? result.entry.id : "";
    expect(await submitEntry(chingiz.id, { entryId, seenVersion: 1 })).toEqual({
      ...{ refused: "record_changed", revision: 2 },
    });
  });
});

test("a form whose record has changed comes back on the new revision with only what its author touched in it", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const people = { author: chingiz.id, first: bolat.id, second: dana.id };
    const row = rowOf(await readRecord(), "KZ22-F121");
    const shown = formOf(row, clockOf(row, await readRecord()));
    expect(await rebaseCorrection({ ...typedCorrection("KZ22-F999999", {}) })).toBeNull();
    await publishedCorrection(people, typedCorrection("KZ22-F121", { "note.en": "Earlier.", "note.tr": "Önce." }));
    // A browser sends every field, also those that nobody touched.
    const typed = typedCorrection("KZ22-F121", { ...shown, "note.ru": "Позже.", "note.tr": "Sonra." });
    const rebased = await rebaseCorrection(typed);
    expect(rebased?.moved.toSorted()).toEqual(["note.en", "note.tr"]);
    expect(rebased?.values).toMatchObject({
      ...{ "changes.note.en": "Earlier.", "changes.note.ru": "Позже.", "changes.note.tr": "Sonra." },
      ...{ baseRevision: "2", "changes.quantity.lower": shown["quantity.lower"] },
    });
  });
});

test("of two corrections of one version approved at once exactly one is published", async () => {
  await database.committed(async () => {
    const { chingiz, bolat, dana } = await personasIn(db());
    const third = await createModerator(db(), "gulnar");
    const made = await Promise.all(
      ["One.", "Other."].map((note) =>
        submittedCorrection(chingiz.id, typedCorrection("KZ22-F122", { "note.en": note })),
      ),
    );
    const [one = "", other = ""] = made;
    await approveEntry(bolat.id, { entryId: one, seenVersion: 1 });
    await approveEntry(bolat.id, { entryId: other, seenVersion: 1 });
    const results = await database.race(
      () => approveEntry(dana.id, { entryId: one, seenVersion: 1 }),
      () => approveEntry(third, { entryId: other, seenVersion: 1 }),
    );
    const values = results.map((result) => (result.status === "fulfilled" ? result.value : result.reason));
    expect(values.filter((value) => "entry" in value)).toHaveLength(1);
    expect(values.find((value) => "refused" in value)).toEqual({ refused: "record_changed", revision: 2 });
    expect((await readRecord()).revisions["KZ22-F122"]).toHaveLength(2);
  });
});

test("two approvals of one correction at once publish it once", async () => {
  await database.committed(async () => {
    const [chingiz, bolat, dana] = await Promise.all(
      ["chingiz", "bolat", "dana"].map((handleKey) => db().user.findUniqueOrThrow({ where: { handleKey } })),
    );
    const entryId = await submittedCorrection(chingiz?.id ?? "", typedCorrection("KZ22-F123", { "note.en": "x" }));
    const results = await database.race(
      () => approveEntry(bolat?.id ?? "", { entryId, seenVersion: 1 }),
      () => approveEntry(dana?.id ?? "", { entryId, seenVersion: 1 }),
    );
    const states = results.map((result) =>
      result.status === "fulfilled" && "entry" in result.value ? result.value.entry.state : null,
    );
    expect(states.sort()).toEqual(["approved_once", "published"]);
    expect((await readRecord()).revisions["KZ22-F123"]).toHaveLength(2);
  });
});

test("when the last step fails nothing of a correction is left", async () => {
  await database.committed(async () => {
    const [chingiz, bolat, dana] = await Promise.all(
      ["chingiz", "bolat", "dana"].map((handleKey) => db().user.findUniqueOrThrow({ where: { handleKey } })),
    );
    const entryId = await submittedCorrection(chingiz?.id ?? "", typedCorrection("KZ22-F124", { "note.en": "x" }));
    await approveEntry(bolat?.id ?? "", { entryId, seenVersion: 1 });
    const before = await readRecord();
    await db().$executeRaw`ALTER TABLE audit_events ADD CONSTRAINT no_more CHECK (verb <> 'record.correct') NOT VALID`;
    await expect(approveEntry(dana?.id ?? "", { entryId, seenVersion: 1 })).rejects.toThrow();
    expect(await readRecord()).toEqual(before);
    expect(await db().entry.findUnique({ where: { id: entryId } })).toMatchObject({ state: "approved_once" });
    await db().$executeRaw`ALTER TABLE audit_events DROP CONSTRAINT no_more`;
    expect(await approveEntry(dana?.id ?? "", { entryId, seenVersion: 1 })).toMatchObject({
      entry: { state: "published" },
    });
  });
});

test("the database itself refuses what the write would never ask for", async () => {
  const entry = {
    waveId: "kz22",
    kind: "correction",
    recordKind: "figure",
    payload: {},
    approvalsRequired: 2,
  } as const;
  const fails = (broken: object) =>
    database.rolledBack(async (tx) => {
      const chingiz = await tx.user.findUniqueOrThrow({ where: { handleKey: "chingiz" } });
      const data = {
        ...entry,
        recordId: "KZ22-F121",
        baseRevision: 1,
        authorId: chingiz.id,
        submissionKey: randomUUID(),
      };
      await tx.entry.create({ data: { ...data, ...broken } });
    });
  await expect(fails({ approvalsRequired: 1 })).rejects.toThrow(/entries_high_impact/);
  await expect(fails({ baseRevision: null })).rejects.toThrow(/correction_base|entries_base_revision/);
  await expect(fails({ baseRevision: 2 })).rejects.toThrow(/correction_base/);
  await expect(fails({ recordKind: "action" })).rejects.toThrow(/correction_of_record/);
  await expect(fails({ recordId: null })).rejects.toThrow(/correction_of_record|entries_corrected_record/);
  await expect(
    database.rolledBack(async (tx) => {
      const data = { recordId: "KZ22-F121", number: 3, snapshot: {}, recordedAt: new Date() };
      await tx.revision.create({ data });
    }),
  ).rejects.toThrow(/revision_follows/);
});
