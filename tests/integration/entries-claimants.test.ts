import { expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { db } from "@/lib/server/db";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { personasIn, submittedEntry } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

test("a claimant the record names already keeps its names in every language, however it is typed; a new one is written as typed", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const rows = await db().figure.findMany({ where: { record: { waveId: "kz22", state: "published" } } });
    const known = rows.find(({ claimantName }) => typeof (claimantName as { ru?: string } | null)?.ru === "string");
    if (!known) throw new Error("The record names nobody in Russian.");
    const names = known.claimantName as { ru: string };
    const published = async (claimantName: string) => {
      const entryId = await submittedEntry(chingiz.id, { claimant: known.claimant, claimantName });
      const approved = await approveEntry(bolat.id, { entryId, seenVersion: 1 });
      if ("refused" in approved) throw new Error(approved.refused);
      const { claimantName: kept } = await db().figure.findUniqueOrThrow({
        where: { id: approved.entry.recordId ?? "" },
      });
      return kept;
    };
    expect(await published(names.ru.toUpperCase())).toEqual(names);
    const fresh = "Совет %_ шахты";
    expect(await published(fresh)).toEqual(Object.fromEntries(LOCALES.map((locale) => [locale, fresh])));
  });
});
