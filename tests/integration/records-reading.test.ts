import { describe, expect, it } from "vitest";
import { readEdition } from "@/lib/features/waves/data";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
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
    expect(edition.records[0]?.revisions).toEqual({
      "KZ22-F12": [
        { number: 1, recordedAt: expect.any(Number), retracts: false },
        { number: 2, recordedAt: recordedAt.getTime(), retracts: true },
      ],
    });
  });
});
