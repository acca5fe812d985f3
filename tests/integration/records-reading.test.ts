import { describe, expect, it } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { requestChanges } from "@/lib/features/entries/mutations/request-changes";
import { submitEntry } from "@/lib/features/entries/mutations/submit-entry";
import { readEdition } from "@/lib/features/waves/data";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { personasIn, submittedEntry } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

describe("reading records", () => {
  it("gives from the database what the files say, so that unit tests on the files speak of the real thing", async () => {
    const ofFiles = waveRecordOfFiles(readRecordFiles());
    const [ofDatabase] = (await database.rolledBack(() => readEdition(null))).records;
    const known = <T extends { id: string }>(rows: readonly T[] | undefined, names: (keyof T)[]) =>
      (rows ?? [])
        .map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))
        .sort((one, other) => String(one.id).localeCompare(String(other.id)));
    expect(known(ofDatabase?.figures, ["id", "quantity", "asOf", "claimantNames", "general", "disputed"])).toEqual(
      known(ofFiles.figures, ["id", "quantity", "asOf", "claimantNames", "general", "disputed"]),
    );
    expect(known(ofDatabase?.actions, ["id", "period", "placePrecision", "workforceIds"])).toHaveLength(
      ofFiles.actions.length,
    );
    expect(known(ofDatabase?.actions, ["id", "period", "localityId", "regionId"])).toEqual(
      known(ofFiles.actions, ["id", "period", "localityId", "regionId"]),
    );
    expect(known(ofDatabase?.workforceSizes, ["id", "quantity", "asOf", "comparable"])).toEqual(
      known(ofFiles.workforceSizes, ["id", "quantity", "asOf", "comparable"]),
    );
  });

  it("gives every revision of a revised record in order, with its record time, and of no other", async () => {
    const recordedAt = new Date("2026-12-01T00:00:00Z");
    const edition = await database.rolledBack(async (transaction) => {
      const first = await transaction.revision.findFirstOrThrow({ where: { recordId: "KZ22-F12" } });
      const snapshot = first.snapshot ?? {};
      await transaction.revision.create({
        data: { recordId: "KZ22-F12", number: 2, snapshot, recordedAt, retracts: true },
      });
      await transaction.record.update({ where: { id: "KZ22-F12" }, data: { revision: 2 } });
      return readEdition(null);
    });
    const { revisions } = edition.records[0] ?? {};
    expect(Object.keys(revisions ?? {})).toEqual(["KZ22-F12"]);
    expect(revisions?.["KZ22-F12"]).toMatchObject([
      { number: 1, recordedAt: expect.any(Number), retracts: false, row: { state: "published" } },
      { number: 2, recordedAt: recordedAt.getTime(), retracts: true, row: { state: "retracted" } },
    ]);
  });

  it("gives the approvals behind a published entry by day and public reason, and nothing of who decided or asked", async () => {
    const { edition, recordId } = await database.rolledBack(async (client) => {
      const { bolat, dana, chingiz } = await personasIn(client);
      const entryId = await submittedEntry(chingiz.id, { number: "40 000" });
      const question = { entryId, seenVersion: 1, reason: "Is it the whole field?" };
      expect(await requestChanges(dana.id, question)).toHaveProperty("entry");
      expect(await submitEntry(chingiz.id, { entryId, seenVersion: 1 })).toHaveProperty("entry");
      expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toHaveProperty("entry");
      const second = await approveEntry(dana.id, { entryId, seenVersion: 1, reason: "The company says the same." });
      return { edition: await readEdition(null), recordId: "entry" in second ? second.entry.recordId : null };
    });
    const [record] = edition.records;
    const on = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
    expect(record?.approvals[recordId ?? ""]).toEqual({
      1: [
        { on, reason: null },
        { on, reason: "The company says the same." },
      ],
    });
    expect(record?.approvals).not.toHaveProperty("KZ22-F12");
    expect(JSON.stringify(edition)).not.toMatch(/whole field|bolat|dana|chingiz/i);
  });

  it("tells a source that came in beside a claim from a loaded one", async () => {
    const edition = await database.rolledBack(async (client) => {
      const { bolat, chingiz } = await personasIn(client);
      const source = {
        url: "https://example.org/a",
        title: "A report",
        language: "en",
        kind: "press",
        tier: "two",
      } as const;
      const entryId = await submittedEntry(chingiz.id, {
        sources: [{ ...source, quote: "1,200", publisher: "Synthetic" }],
      });
      const reason = "The only paper that was there.";
      expect(await approveEntry(bolat.id, { entryId, seenVersion: 1, reason })).toMatchObject({
        entry: { state: "published" },
      });
      return readEdition(null);
    });
    const [record] = edition.records;
    const added = record?.sources.find(({ url }) => url === "https://example.org/a");
    expect(record?.approvals[added?.id ?? ""]).toEqual({ 1: [] });
    expect(record?.approvals["KZ22-S1"]).toBeUndefined();
  });
});
