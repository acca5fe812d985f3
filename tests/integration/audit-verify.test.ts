import { expect, test } from "vitest";
import { readAuditPage } from "@/lib/features/audit/data/log";
import { readLogObjects } from "@/lib/features/audit/data/log-objects";
import { type KeptSeal, verifyAudit } from "@/lib/features/audit/data/verify";
import { logFilterSchema } from "@/lib/features/audit/schema";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { readEdition } from "@/lib/features/waves/data";
import { linesOfReport, readKeptSeal } from "@/prisma/verify-audit";
import { publishedCorrection, typedCorrection } from "./support/corrections";
import { personasIn, submittedEntry } from "./support/entries";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

/** As somebody with every right on the database, whom no trigger stops. */
const tamper = (statement: string) =>
  withSql(database.url, async (sql) => {
    for (const table of ["audit_events", "revisions", "seals"]) {
      await sql.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    await sql.query(statement);
  });

const verify = (kept: KeptSeal[] = []) => verifyAudit(database.client, kept);
const holds = {
  ...{ broken: null, brokenSeals: [], missing: [] },
  ...{ changedRevisions: [], miscounted: [], changedRecords: [] },
};

test("every publication is sealed by the last line of its own, and readers get the day's last seal", async () => {
  const { chingiz, bolat, dana } = await personasIn(database.client);
  const people = { author: chingiz.id, first: bolat.id, second: dana.id };
  const entryId = await database.committed(() => submittedEntry(chingiz.id));
  await database.committed(() => approveEntry(dana.id, { entryId, seenVersion: 1 }));
  await database.committed(() =>
    publishedCorrection(people, typedCorrection("KZ22-F101", { "note.en": "Corrected." })),
  );
  const seals = await database.client.seal.findMany({ orderBy: { version: "asc" } });
  expect(seals).toHaveLength(await database.client.publication.count());
  const last = await database.client.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(seals.at(-1)).toMatchObject({ seq: last.seq, hash: last.hash, at: last.at });
  const [record] = (await database.committed(() => readEdition(null))).records;
  expect(record?.seals).toEqual([{ seq: last.seq, hash: last.hash, at: last.at.getTime() }]);
  expect(await verify([{ seq: last.seq, hash: last.hash }])).toMatchObject(holds);
});

test("the log is read by who, what, on what and when", async () => {
  const read = (asked: object) => database.committed(() => readAuditPage(logFilterSchema.parse(asked)));
  const { rows, all, verbs } = await read({});
  expect(verbs).toEqual([...new Set(rows.map(({ verb }) => verb))].toSorted());
  const approvals = await read({ what: "entry.approve" });
  expect(approvals.rows.length).toBeGreaterThan(1);
  expect(new Set(approvals.rows.map(({ verb }) => verb))).toEqual(new Set(["entry.approve"]));
  const [{ actorHandle = "", objectId = "" } = {}] = approvals.rows;
  expect(approvals.rows[0]?.object).toEqual({ entryId: objectId, path: `/moderate/${objectId}` });
  const ofOne = await read({ who: actorHandle ?? "", what: "entry" });
  expect(ofOne.total).toBe(rows.filter((row) => row.actorHandle === actorHandle && /^entry\./.test(row.verb)).length);
  expect((await read({ on: objectId })).rows.every((row) => row.objectId === objectId)).toBe(true);
  const { recordId } = await database.client.entry.findFirstOrThrow({
    where: { state: "published", recordId: { not: null } },
  });
  const ofRecord = await database.client.entry.findMany({ where: { recordId }, select: { id: true } });
  const onRecord = (await read({ on: recordId?.toLowerCase() })).rows;
  expect(onRecord.map(({ verb }) => verb)).toContain("entry.approve");
  const about = [recordId, ...ofRecord.map(({ id }) => id)];
  expect(onRecord.filter((row) => !about.includes(row.objectId))).toEqual([]);
  const ofSystem = await read({ who: "system" });
  expect(ofSystem.rows.every(({ isSystem }) => isSystem)).toBe(true);
  expect(ofSystem.total).toBeGreaterThan(0);
  const today = new Date().toISOString().slice(0, 10);
  expect((await read({ from: today, to: today })).total).toBe(all);
  expect((await read({ to: "2022-01-05" })).total).toBe(0);
  expect((await read({ who: "nobody of this name" })).total).toBe(0);
});

test("the log leads neither into a wave that is being prepared nor to what a moderator only looked at", () =>
  database.rolledBack(async (tx) => {
    const moderator = await tx.user.findFirstOrThrow({ where: { role: "moderator" } });
    const about = { moderatorId: moderator.id, verb: "approve", filter: "", matched: 0, withHeld: false } as const;
    const { id } = await tx.bulkDecision.create({ data: about });
    const lines = [
      { objectType: "record", objectId: "KZ22-W1" },
      { objectType: "bulk_decision", objectId: id },
    ];
    const pathsNow = async () => {
      const objects = await readLogObjects(lines);
      return lines.map(({ objectType, objectId }) => objects.get(`${objectType} ${objectId}`)?.path);
    };
    expect(await pathsNow()).toEqual(["/records/KZ22-W1", undefined]);
    await tx.bulkDecision.update({ where: { id }, data: { state: "running" } });
    await tx.wave.update({ where: { id: "kz22" }, data: { state: "draft" } });
    expect(await pathsNow()).toEqual([undefined, `/moderate/bulk/${id}`]);
  }));

test("a version of a record changed behind the log is named", async () => {
  const before = await database.client.revision.findFirstOrThrow({ where: { entryId: { not: null } } });
  await tamper(`UPDATE revisions SET snapshot = snapshot || '{"note":{"en":"Never said."}}' WHERE id = ${before.id}`);
  const { changedRevisions } = await verify();
  expect(changedRevisions).toEqual([`${before.recordId}/${before.number}`]);
  const text = JSON.stringify(before.snapshot).replaceAll("'", "''");
  await tamper(`UPDATE revisions SET snapshot = '${text}' WHERE id = ${before.id}`);
  expect(await verify()).toMatchObject(holds);
});

test("a record that readers get otherwise than it was published is named, and so is one that lost a version or an entry", async () => {
  const { recordId } = await database.client.revision.findFirstOrThrow({
    where: { entryId: { not: null }, number: 2 },
  });
  const { note } = await database.client.figure.findUniqueOrThrow({ where: { id: recordId } });
  await tamper(`UPDATE figures SET note = '{"en":"Never said."}' WHERE id = '${recordId}'`);
  expect(await verify()).toMatchObject({ ...holds, changedRecords: [recordId] });
  await tamper(`UPDATE figures SET note = '${JSON.stringify(note)}' WHERE id = '${recordId}'`);
  const second = `record_id = '${recordId}' AND number = 2`;
  const { entryId } = await database.client.revision.findFirstOrThrow({ where: { recordId, number: 2 } });
  await tamper(`UPDATE revisions SET entry_id = NULL WHERE ${second}`);
  expect(await verify()).toMatchObject({ ...holds, miscounted: [recordId] });
  await tamper(`UPDATE revisions SET entry_id = '${entryId}' WHERE ${second}`);
  await tamper(`UPDATE revisions SET snapshot = (SELECT snapshot FROM revisions WHERE record_id = '${recordId}' AND number = 1)
    WHERE ${second}`);
  expect(await verify()).toMatchObject({ changedRevisions: [`${recordId}/2`], changedRecords: [recordId] });
  await tamper(`DELETE FROM revisions WHERE ${second}`);
  expect(await verify()).toMatchObject({ miscounted: [recordId], changedRecords: [recordId] });
});

test("a line changed, left out or a whole log written anew is noticed", async () => {
  const last = await database.client.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  const kept = { seq: last.seq, hash: last.hash };
  await tamper(`UPDATE audit_events SET verb = 'entry.reject' WHERE seq = 2`);
  const changed = await verify([kept]);
  expect(changed.broken).toBe(2);
  expect(linesOfReport(changed, 1)).toMatchObject({ holds: false });
  // Whoever can write everything makes a log that holds in itself, with seals that fit: only what was kept outside tells.
  await tamper("DELETE FROM audit_events WHERE seq > 1");
  await tamper("UPDATE seals SET seq = 1, hash = (SELECT hash FROM audit_events WHERE seq = 1)");
  await tamper("DELETE FROM revisions WHERE entry_id IS NOT NULL");
  const anew = await verify([kept]);
  expect({ broken: anew.broken, seals: anew.brokenSeals }).toEqual({ broken: null, seals: [] });
  expect(anew.missing).toEqual([kept]);
  expect(linesOfReport(anew, 1).lines.join("\n")).toContain(`The log has no line ${kept.seq}`);
});

test("a kept seal is read as files have it and as nothing else", () => {
  const hash = "0f".repeat(32);
  expect(readKeptSeal(`812:${hash}`)).toEqual({ seq: 812, hash });
  for (const wrong of ["", "812", `812:${hash}0`, `x:${hash}`, `812 ${hash}`]) expect(readKeptSeal(wrong)).toBeNull();
});
