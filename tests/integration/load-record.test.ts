import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { verifyAuditChain } from "@/lib/server/audit";
import { createFigure, createPersonas, createSyntheticWave } from "@/prisma/seed/factories";
import { loadPublicRecord } from "@/prisma/seed/load";
import { type RecordFiles, readRecordFiles, recordsOf } from "@/prisma/seed/record-files";
import { testDatabase } from "./support/test-database";

const someHash = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA";

async function countRows(client: PrismaClient) {
  return {
    records: await client.record.count(),
    revisions: await client.revision.count(),
    citations: await client.citation.count(),
    publications: await client.publication.count(),
    audit: await client.auditEvent.count(),
    regions: await client.region.count(),
    localities: await client.locality.count(),
    spellings: await client.localitySpelling.count(),
    employers: await client.employer.count(),
    owners: await client.ownership.count(),
  };
}

function figureOf(files: RecordFiles, id: string) {
  const figure = files.figures.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`${id} is not in the record`);
  return figure;
}

function changedFigure(id: string): RecordFiles {
  const files = structuredClone(readRecordFiles());
  const { quantity } = figureOf(files, id);
  quantity.upper = 99_999;
  return files;
}

describe("on an empty database", () => {
  const database = testDatabase("empty");

  test("two loads at once make one record", async () => {
    const results = await Promise.all([loadPublicRecord(database.client), loadPublicRecord(database.client)]);
    const total = recordsOf(readRecordFiles()).length;
    expect(results.map(({ inserted }) => inserted).sort()).toEqual([0, total].sort());
    expect(await countRows(database.client)).toMatchObject({
      records: total,
      revisions: total,
      publications: 1,
      audit: 1,
    });
    expect(await verifyAuditChain(database.client)).toBeNull();
  });

  test("another load changes nothing at all", async () => {
    const before = await countRows(database.client);
    expect(await loadPublicRecord(database.client)).toEqual({ inserted: 0, revised: 0, kept: [], version: null });
    expect(await countRows(database.client)).toEqual(before);
  });

  test("what the files say stands in the tables", async () => {
    const action = await database.client.action.findUniqueOrThrow({
      where: { id: "KZ22-A124" },
      include: { workforces: true, figures: true, record: { include: { citations: true } } },
    });
    expect(action).toMatchObject({
      localityId: "tengiz",
      regionId: "KZ-ATY",
      placeInferred: false,
      endPrecision: "day",
    });
    expect(action.startEarliest.toISOString()).toBe("2022-01-03T19:00:00.000Z");
    expect(action.startLatest.toISOString()).toBe("2022-01-04T18:59:59.999Z");
    expect(action.workforces.map(({ workforceId }) => workforceId).sort()).toEqual(["KZ22-W12"]);
    expect(action.record.citations.length).toBeGreaterThan(3);
    const claimed = await database.client.action.findUniqueOrThrow({
      where: { id: "KZ22-A10" },
      include: { workforces: true },
    });
    expect(claimed).toMatchObject({ placeInferred: true, certainty: "claimed", endEarliest: null, solidarity: false });
    expect(claimed.workforces.map(({ workforceId }) => workforceId)).toEqual(["KZ22-W5"]);
    const rate = await database.client.figure.findUniqueOrThrow({ where: { id: "KZ22-F12" } });
    expect(rate).toMatchObject({ lower: 75, upper: 75, unit: "percent", disputed: true });
    const many = await database.client.figure.findUniqueOrThrow({ where: { id: "KZ22-F54" } });
    expect(many).toMatchObject({ lower: null, upper: null, unknown: "not_reported", words: "many" });
    const owners = await database.client.ownership.findMany({ where: { employerId: "tengizchevroil" } });
    expect(owners.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0)).toBe(100);
  });

  test("a record is known from its source's day, and never before what it tells", async () => {
    const known = async (recordId: string) =>
      (await database.client.revision.findFirstOrThrow({ where: { recordId } })).recordedAt.toISOString();
    expect(await known("KZ22-A112")).toBe("2022-01-15T17:59:59.999Z");
    expect((await known("KZ22-A124")) > "2022-01-09").toBe(true);
    expect(await known("KZ22-A31")).toBe("2022-01-13T17:59:59.999Z");
  });
});

describe("on a database with the record", () => {
  const database = testDatabase("record");

  test("a better file makes a new revision and one publication", async () => {
    const before = await countRows(database.client);
    const result = await loadPublicRecord(database.client, changedFigure("KZ22-F119"));
    expect(result).toMatchObject({ inserted: 0, revised: 1, kept: [] });
    const after = await countRows(database.client);
    expect(after).toEqual({
      ...before,
      revisions: before.revisions + 1,
      publications: before.publications + 1,
      audit: before.audit + 1,
    });
    const record = await database.client.record.findUniqueOrThrow({
      where: { id: "KZ22-F119" },
      include: { figure: true, revisions: { orderBy: { number: "asc" } } },
    });
    expect(record).toMatchObject({ revision: 2, figure: { lower: 36_831, upper: 99_999 } });
    expect(record.revisions[0]?.snapshot).toMatchObject({ upper: 36_831 });
    expect(record.revisions[1]?.snapshot).toMatchObject({ upper: 99_999 });
    expect(await verifyAuditChain(database.client)).toBeNull();
  });

  test("a new record in the files is added, and counters never go back", async () => {
    await database.client.recordCounter.update({
      where: { waveId_kind: { waveId: "kz22", kind: "action" } },
      data: { last: 500 },
    });
    const files = changedFigure("KZ22-F119");
    const action = files.actions.find(({ id }) => id === "KZ22-A31");
    if (action === undefined) throw new Error("KZ22-A31 is not in the record");
    files.actions.push({ ...action, id: "KZ22-A450" });
    expect(await loadPublicRecord(database.client, files)).toMatchObject({ inserted: 1, revised: 0 });
    const counter = await database.client.recordCounter.findUniqueOrThrow({
      where: { waveId_kind: { waveId: "kz22", kind: "action" } },
    });
    expect(counter.last).toBe(500);
  });

  test("a record corrected by moderators is never overwritten", async () => {
    await correctThroughEntry(database.client, "KZ22-F121", 44_000);
    const result = await loadPublicRecord(database.client, changedFigure("KZ22-F121"));
    expect(result.kept).toContain("KZ22-F121");
    const figure = await database.client.figure.findUniqueOrThrow({ where: { id: "KZ22-F121" } });
    expect(figure.upper).toBe(44_000);
  });

  test("a record that people made under a number of the files stays theirs", async () => {
    const figureId = await createFigure(database.client, "kz22", { lower: 7, upper: 7 });
    const files = structuredClone(readRecordFiles());
    files.figures.push({ ...figureOf(files, "KZ22-F119"), id: figureId });
    expect((await loadPublicRecord(database.client, files)).kept).toContain(figureId);
    const figure = await database.client.figure.findUniqueOrThrow({ where: { id: figureId } });
    expect(figure.upper).toBe(7);
  });

  test("another wave is left alone", async () => {
    const { waveId, sourceId } = await createSyntheticWave(database.client);
    const figureId = await createFigure(database.client, waveId, {}, [sourceId]);
    await loadPublicRecord(database.client);
    expect(figureId).toBe("ZZ30-F1");
    expect(await database.client.record.count({ where: { waveId } })).toBe(2);
  });
});

/** A correction as two moderators publish it, with every rule of the database in force. */
async function correctThroughEntry(client: PrismaClient, recordId: string, upper: number): Promise<void> {
  const { bolat, dana, chingiz } = await createPersonas(client, someHash);
  await client.$transaction(async (tx) => {
    const entry = await tx.entry.create({
      data: {
        ...{ waveId: "kz22", kind: "correction", recordKind: "figure", recordId, baseRevision: 1, payload: { upper } },
        ...{ state: "submitted", submittedAt: new Date(), approvalsRequired: 2, authorId: chingiz.id },
        submissionKey: randomUUID(),
      },
    });
    for (const moderator of [bolat, dana]) {
      await tx.decision.create({
        data: { entryId: entry.id, entryVersion: 1, verb: "approve", moderatorId: moderator.id },
      });
    }
    await tx.entry.update({ where: { id: entry.id }, data: { state: "approved_once" } });
    await tx.entry.update({ where: { id: entry.id }, data: { state: "published" } });
    await tx.revision.create({
      data: {
        recordId,
        number: 2,
        snapshot: { upper },
        reason: { en: "A slip." },
        recordedAt: new Date(),
        entryId: entry.id,
      },
    });
    await tx.record.update({ where: { id: recordId }, data: { revision: 2 } });
    await tx.figure.update({ where: { id: recordId }, data: { lower: upper, upper } });
  });
}
