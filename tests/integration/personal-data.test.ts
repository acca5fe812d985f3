import { expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { db } from "@/lib/server/db";
import { personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

test("what seems to lead to a person is not published before a moderator has looked", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const payload = typedFigure({ note: "Ask the shift leader, +7 701 123 45 67.", noteLanguage: "en" });
    const entryId = await submittedEntry(chingiz.id, payload);
    const before = await db().publication.count();
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toEqual({ refused: "personal_data" });
    expect(await db().decision.count({ where: { entryId } })).toBe(0);
    expect(await db().publication.count()).toBe(before);
    const looked = await approveEntry(bolat.id, { entryId, seenVersion: 1, looked: true });
    expect(looked).toMatchObject({ entry: { state: "published" } });
  });
});

test("nor is it in the public reason of an approval", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const reason = "Confirmed by dina@example.kz.";
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1, reason })).toEqual({ refused: "personal_data" });
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1, reason: "Confirmed by the union." })).toMatchObject({
      entry: { state: "published" },
    });
  });
});
