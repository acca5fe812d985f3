import { expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import type { Transaction } from "@/lib/server/transaction";
import { personasIn, submittedEntry } from "./support/entries";
import { testDatabase } from "./support/test-database";

/** What somebody meets who goes around the code with plain SQL. */
const database = testDatabase("record");

async function refusedBecause(tx: Transaction, sql: string, ...values: unknown[]): Promise<string> {
  await tx.$executeRawUnsafe("SAVEPOINT attempt");
  const error = await tx.$executeRawUnsafe(sql, ...values).then(
    () => null,
    (problem: unknown) => problem as Error,
  );
  await tx.$executeRawUnsafe("ROLLBACK TO SAVEPOINT attempt");
  if (error === null) throw new Error(`The database allowed: ${sql}`);
  return error.message;
}

const decide = `INSERT INTO decisions (entry_id, entry_version, verb, reason, moderator_id)
  VALUES ($1::uuid, $2, $3::decision_verb, $4, $5::uuid)`;

test("a decision on one's own entry, of a contributor, twice, stale or without a reason", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, erlan, bolat, dana, aigerim } = await personasIn(tx);
    const own = await submittedEntry(bolat.id);
    expect(await refusedBecause(tx, decide, own, 1, "approve", null, bolat.id)).toContain("decision_own_entry");
    const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
    for (const id of [erlan.id, aigerim.id])
      expect(await refusedBecause(tx, decide, entryId, 1, "approve", null, id)).toContain("decision_by_moderator");
    expect(await refusedBecause(tx, decide, entryId, 2, "approve", null, dana.id)).toContain("decision_stale_version");
    expect(await refusedBecause(tx, decide, entryId, 1, "reject", " ", dana.id)).toContain("decisions_reason");
    await approveEntry(dana.id, { entryId, seenVersion: 1 });
    expect(await refusedBecause(tx, decide, entryId, 1, "approve", null, dana.id)).toContain("decision_twice");
  });
});

test("publishing with one of two approvals, or with none", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, dana } = await personasIn(tx);
    const publish = "UPDATE entries SET state = 'published', record_id = 'KZ22-F12' WHERE id = $1::uuid";
    const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
    expect(await refusedBecause(tx, publish, entryId)).toContain("entry_two_persons");
    await approveEntry(dana.id, { entryId, seenVersion: 1 });
    expect(await refusedBecause(tx, publish, entryId)).toContain("entry_two_persons");
    const revise = `INSERT INTO revisions (record_id, number, snapshot, recorded_at, entry_id)
      VALUES ('KZ22-F12', 2, '{}', now(), $1::uuid)`;
    await tx.$executeRawUnsafe("SET CONSTRAINTS ALL IMMEDIATE");
    expect(await refusedBecause(tx, revise, entryId)).toContain("revision_of_published_entry");
  });
});

test("changing the words of an approved entry without a new version, or its author, or going back from published", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, erlan, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const words = "UPDATE entries SET payload = '{}' WHERE id = $1::uuid";
    expect(await refusedBecause(tx, words, entryId)).toContain("entry_version");
    const author = "UPDATE entries SET author_id = $2::uuid WHERE id = $1::uuid";
    expect(await refusedBecause(tx, author, entryId, erlan.id)).toContain("entry_identity");
    await approveEntry(dana.id, { entryId, seenVersion: 1 });
    const back = "UPDATE entries SET state = 'submitted' WHERE id = $1::uuid";
    expect(await refusedBecause(tx, back, entryId)).toContain("entry_transition");
    const newWords = "UPDATE entries SET payload = '{}', version = 2 WHERE id = $1::uuid";
    expect(await refusedBecause(tx, newWords, entryId)).toContain("entry_closed");
  });
});

test("nothing that was decided or published is changed or deleted", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, dana } = await personasIn(tx);
    await approveEntry(dana.id, { entryId: await submittedEntry(chingiz.id), seenVersion: 1 });
    for (const table of ["decisions", "entry_versions", "revisions", "publications", "audit_events"]) {
      expect(await refusedBecause(tx, `DELETE FROM ${table}`)).toContain("append_only");
    }
    expect(await refusedBecause(tx, "UPDATE decisions SET reason = 'x'")).toContain("append_only");
    expect(await refusedBecause(tx, "UPDATE audit_events SET verb = 'x.y'")).toContain("append_only");
    expect(await refusedBecause(tx, "DELETE FROM records WHERE id = 'KZ22-F12'")).toContain("append_only");
  });
});

test("an entry that is written as published from the beginning, for it has no revision and nobody approved it", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const copy = `INSERT INTO entries SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
      'submission_key', 'another key', 'state', 'published', 'record_id', 'KZ22-F12'))).* FROM entries e WHERE id = $1::uuid`;
    expect(await refusedBecause(tx, copy, entryId)).toContain("entry_begins_as_draft");
  });
});

test("a reason that is no text by language, a list of languages either", async () => {
  await database.rolledBack(async (tx) => {
    const revise = `INSERT INTO revisions (record_id, number, snapshot, recorded_at, reason)
      VALUES ('KZ22-F12', 2, '{}', now(), $1::jsonb)`;
    for (const reason of ['["en"]', '"en"', '{"de": "Ein Grund."}'])
      expect(await refusedBecause(tx, revise, reason)).toContain("revisions_reason");
    await tx.$executeRawUnsafe(revise, '{"en": "A reason."}');
  });
});
