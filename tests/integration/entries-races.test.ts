import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import type { EntryResult } from "@/lib/features/entries/mutations/refusal";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { readEdition } from "@/lib/features/waves/data";
import { verifyAuditChain } from "@/lib/server/audit";
import { withClient } from "@/lib/server/db";
import type { Personas } from "@/prisma/seed/factories";
import { createModerator, personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let personas: Personas;
let third: string;

beforeAll(async () => {
  personas = await personasIn(database.client);
  third = await createModerator(database.client, "yerbol");
});

function settledValue(settled: PromiseSettledResult<EntryResult>): EntryResult {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}

async function raceOf(first: () => Promise<EntryResult>, second: () => Promise<EntryResult>) {
  const results = (await database.race(first, second)).map(settledValue);
  return {
    won: results.filter((result) => "entry" in result),
    lost: results.filter((result) => "refused" in result),
  };
}

const rounds = 200;

test(`of two approvals at once one publishes and the other reads who was first, ${rounds} times`, async () => {
  const { client } = database;
  const { bolat, dana, chingiz } = personas;
  const before = { revisions: await client.revision.count(), publications: await client.publication.count() };
  for (let round = 0; round < rounds; round++) {
    // Numbers close to each other, or the later ones would need two approvals.
    const entryId = await database.committed(() => submittedEntry(chingiz.id, { number: String(1000 + round) }));
    const vote = (id: string) => () => approveEntry(id, { entryId, seenVersion: 1 });
    const { won, lost } = await raceOf(vote(bolat.id), vote(dana.id));
    expect(won).toHaveLength(1);
    const [decision] = await client.decision.findMany({ where: { entryId }, include: { moderator: true } });
    expect(lost).toEqual([
      { refused: "lost_race", by: decision?.moderator.handle, verb: "approve", at: decision?.createdAt.getTime() },
    ]);
    expect(await client.revision.count({ where: { entryId } })).toBe(1);
    const { recordId } = await client.entry.findUniqueOrThrow({ where: { id: entryId } });
    expect(await client.publication.count({ where: { recordId } })).toBe(1);
  }
  expect(await client.revision.count()).toBe(before.revisions + rounds);
  expect(await client.publication.count()).toBe(before.publications + rounds);
  expect(await verifyAuditChain(client)).toBeNull();
  const [record] = (await database.committed(() => readEdition(null))).records;
  const published = record?.figures.filter(({ actionId, claimant }) => actionId === "KZ22-A18" && claimant === "union");
  expect(published).toHaveLength(rounds);
}, 120_000);

test("of three moderators on an entry that needs two, exactly two count", async () => {
  const entryId = await database.committed(() => submittedEntry(personas.chingiz.id, { number: "40 000" }));
  const vote = (id: string) => () => approveEntry(id, { entryId, seenVersion: 1 });
  await database.committed(vote(personas.bolat.id));
  const { won, lost } = await raceOf(vote(personas.dana.id), vote(third));
  expect([won.length, lost.length]).toEqual([1, 1]);
  expect(lost[0]).toMatchObject({ refused: "lost_race", verb: "approve" });
  expect(await database.client.decision.count({ where: { entryId } })).toBe(2);
});

test("an approval against a rejection: one of them happened, never both", async () => {
  for (let round = 0; round < 20; round++) {
    const entryId = await database.committed(() => submittedEntry(personas.chingiz.id, { number: "1100" }));
    const { won, lost } = await raceOf(
      () => approveEntry(personas.bolat.id, { entryId, seenVersion: 1 }),
      () => rejectEntry(personas.dana.id, { entryId, seenVersion: 1, reason: "Not this mine" }),
    );
    expect([won.length, lost.length]).toEqual([1, 1]);
    expect(lost[0]).toHaveProperty("refused", "lost_race");
    expect(await database.client.decision.count({ where: { entryId } })).toBe(1);
  }
});

test("an edit against an approval: what is published is what was seen", async () => {
  for (let round = 0; round < 20; round++) {
    const entryId = await database.committed(() => submittedEntry(personas.chingiz.id, { number: "1100" }));
    const payload = typedFigure({ number: "1150" });
    await database.race(
      () => approveEntry(personas.bolat.id, { entryId, seenVersion: 1 }),
      () => editEntry(personas.chingiz.id, { entryId, seenVersion: 1, payload, submit: true }),
    );
    const entry = await database.client.entry.findUniqueOrThrow({ where: { id: entryId } });
    expect([entry.state, entry.version]).toEqual(entry.state === "published" ? ["published", 1] : ["submitted", 2]);
    if (entry.recordId === null) continue;
    expect((await database.client.figure.findUniqueOrThrow({ where: { id: entry.recordId } })).lower).toBe(1100);
  }
});

test("two figures of one subject approved at once: the second is weighed against the first", async () => {
  const { bolat, dana, chingiz } = personas;
  for (let round = 0; round < 10; round++) {
    // A day and an hour nobody else speaks of, so that only the rival's figure can be the hull.
    const when = { date: "2022-01-08", precision: "hour", hour: String(round) } as const;
    const [low, high] = await database.committed(async () => [
      await submittedEntry(chingiz.id, { ...when, number: "100" }),
      await submittedEntry(chingiz.id, { ...when, number: "9000" }),
    ]);
    await raceOf(
      () => approveEntry(bolat.id, { entryId: low ?? "", seenVersion: 1 }),
      () => approveEntry(dana.id, { entryId: high ?? "", seenVersion: 1 }),
    );
    const states = await database.client.entry.findMany({ where: { id: { in: [low ?? "", high ?? ""] } } });
    expect(states.map(({ state }) => state).sort()).toEqual(["approved_once", "published"]);
  }
});

test("one form sent twenty times at once is one entry", async () => {
  const submissionKey = randomUUID();
  const send = () =>
    withClient(database.client, () =>
      saveDraft(personas.chingiz.id, { submissionKey, payload: typedFigure(), submit: true }),
    );
  const sent = Array.from({ length: 10 }, () => database.race(send, send));
  const results = (await Promise.all(sent)).flat().map(settledValue);
  expect(new Set(results.map((result) => ("entry" in result ? result.entry.id : result.refused))).size).toBe(1);
  const entries = await database.client.entry.findMany({ where: { submissionKey }, include: { versions: true } });
  expect(entries.map(({ state, versions }) => [state, versions.length])).toEqual([["submitted", 1]]);
  expect(await verifyAuditChain(database.client)).toBeNull();
});

test("the same form sent again with a corrected word is a new version, and after a decision it is told apart", async () => {
  const submissionKey = randomUUID();
  await database.committed(async () => {
    const send = (number: string) =>
      saveDraft(personas.chingiz.id, { submissionKey, payload: typedFigure({ number }), submit: true });
    const first = await send("1200");
    expect(await send("1300")).toMatchObject({ entry: { state: "submitted", version: 2 } });
    if (!("entry" in first)) throw new Error(first.refused);
    const entryId = first.entry.id;
    await rejectEntry(personas.bolat.id, { entryId, seenVersion: 2, reason: "No" });
    expect(await send("1400")).toEqual({ refused: "already_sent", entryId, holdsIt: false });
  });
});
