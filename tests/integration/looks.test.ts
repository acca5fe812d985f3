import { expect, test } from "vitest";
import { readModeratedEntry } from "@/lib/features/entries/data";
import { noteLook } from "@/lib/features/entries/data/mark-seen";
import { readProposalsAbout } from "@/lib/features/entries/data/proposals-about";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { changedSince } from "@/lib/features/entries/view/moderated-entry";
import { submittedCorrection, typedCorrection } from "./support/corrections";
import { personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

test("each moderator is told what changed since the version they had seen, as often as they open it", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const edit = (seenVersion: number, number: string) =>
      editEntry(chingiz.id, { entryId, seenVersion, payload: typedFigure({ number }), submit: true });
    expect(await noteLook(bolat.id, entryId, 1)).toBeNull();
    expect(await noteLook(bolat.id, entryId, 1)).toBeNull();
    await edit(1, "1 300");
    await edit(2, "1 400");
    for (const _ of ["first", "again"]) expect(await noteLook(bolat.id, entryId, 3)).toBe(1);
    expect(await noteLook(dana.id, entryId, 3)).toBeNull();
    const row = await readModeratedEntry(entryId);
    if (row === null) throw new Error("Not in the queue.");
    expect(changedSince(row, 1)).toEqual({
      version: 1,
      differences: [{ field: "number", before: "1 200", after: "1 400" }],
    });
    expect([changedSince(row, 3), changedSince(row, null), changedSince(row, 9)]).toEqual([null, null, null]);
    // A page that was asked for before the last version and answered after it takes nothing back.
    expect(await noteLook(bolat.id, entryId, 2)).toBe(1);
    await edit(3, "1 500");
    expect(await noteLook(bolat.id, entryId, 4)).toBe(3);
  });
});

test("what else was proposed about a record is found, drafts and the entry itself are not", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, erlan } = await personasIn(tx);
    const first = await submittedCorrection(chingiz.id, typedCorrection("KZ22-F12", { "note.en": "Day shift." }));
    const second = await submittedCorrection(erlan.id, typedCorrection("KZ22-F12", { "note.en": "Night shift." }));
    await submittedCorrection(erlan.id, typedCorrection("KZ22-F121", { "note.en": "Night shift." }));
    expect(await readProposalsAbout("KZ22-F12", first)).toMatchObject([
      { id: second, kind: "correction", state: "submitted", handle: "erlan" },
    ]);
  });
});
