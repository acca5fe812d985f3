import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { takeTurns, type Waiting } from "@/lib/domain/turns";
import { readNeighbours } from "@/lib/features/entries/data/neighbours";
import { countWaiting, readQueuePage } from "@/lib/features/entries/data/queue";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { holdEntry } from "@/lib/features/entries/mutations/hold-entry";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { NO_QUEUE_FILTER, type QueueFilter } from "@/lib/features/entries/schema/queue-filter";
import type { Transaction } from "@/lib/server/transaction";
import type { Personas } from "@/prisma/seed/factories";
import { personasIn, submittedEntry, submittedSolidarity, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let personas: Personas;
const minute = 60_000;

beforeAll(async () => {
  personas = await personasIn(database.client);
});

/** Entries that wait since minutes after an instant, whatever else is true of them. */
async function waitingSince(tx: Transaction, entries: { authorId: string; minutes: number }[]): Promise<Waiting[]> {
  const rows = entries.map(({ authorId, minutes }) => ({
    ...{ id: randomUUID(), authorId, submissionKey: randomUUID(), waveId: "kz22", payload: typedFigure() },
    ...({ kind: "new_record", recordKind: "figure", state: "submitted" } as const),
    submittedAt: new Date(1_700_000_000_000 + minutes * minute),
  }));
  await tx.entry.createMany({ data: rows });
  return rows.map(({ id, authorId, submittedAt }) => ({ id, authorId, submittedAt: submittedAt.getTime() }));
}

const idsOf = async (filter: Partial<QueueFilter> = {}, page = 1) =>
  (await readQueuePage({ ...NO_QUEUE_FILTER, ...filter }, page)).rows.map(({ id }) => id);

test("the database takes the same turns as the domain, page by page", async () => {
  const { chingiz, erlan, bolat, dana } = personas;
  const authors = [chingiz.id, erlan.id, bolat.id, dana.id];
  const entry = fc.record({ authorId: fc.constantFrom(...authors), minutes: fc.integer({ min: 0, max: 5 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 51, maxLength: 120 }), (entries) =>
      database.rolledBack(async (tx) => {
        const waiting = await waitingSince(tx, entries);
        const pages = Array.from({ length: Math.ceil(waiting.length / 50) }, (_, page) => page + 1);
        const shown: string[] = [];
        for (const page of pages) shown.push(...(await idsOf({}, page)));
        expect(shown).toEqual(takeTurns(waiting).map(({ id }) => id));
      }),
    ),
    { numRuns: 12 },
  );
});

test("whoever sends a hundred entries buries nobody, and a page past the last is the last", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan } = personas;
    const flood = Array.from({ length: 100 }, (_, minutes) => ({ authorId: chingiz.id, minutes }));
    const waiting = await waitingSince(tx, [...flood, { authorId: erlan.id, minutes: 1000 }]);
    expect((await idsOf()).indexOf(waiting.at(-1)?.id ?? "")).toBe(1);
    const last = await readQueuePage(NO_QUEUE_FILTER, 99);
    expect([last.page, last.pages, last.total, last.rows.length]).toEqual([3, 3, 101, 1]);
    expect(await countWaiting()).toEqual({ total: 101, oldest: waiting[0]?.submittedAt });
  }));

test("every filter lets through what it says", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan, bolat } = personas;
    const small = await submittedEntry(chingiz.id);
    const large = await submittedEntry(erlan.id, { number: "40 000" });
    const support = await submittedSolidarity(erlan.id);
    const gone = await submittedEntry(erlan.id, { number: "1300" });
    await rejectEntry(bolat.id, { entryId: gone, seenVersion: 1, reason: "Another mine" });
    await approveEntry(bolat.id, { entryId: large, seenVersion: 1 });
    await tx.$executeRaw`UPDATE entries SET submitted_at = now() - interval '4 days' WHERE id = ${small}::uuid`;
    const region = (await tx.action.findUniqueOrThrow({ where: { id: "KZ22-A18" } })).regionId;
    const told = async (filter: Partial<QueueFilter>) => new Set(await idsOf(filter));
    expect(region).not.toBeNull();
    expect(await told({})).toEqual(new Set([small, large, support]));
    expect(await told({ state: "approved_once" })).toEqual(new Set([large]));
    expect(await told({ state: "rejected" })).toEqual(new Set([gone]));
    expect(await told({ kind: "solidarity" })).toEqual(new Set([support]));
    expect(await told({ kind: "correction" })).toEqual(new Set());
    expect(await told({ impact: "high" })).toEqual(new Set([large]));
    expect(await told({ days: 3 })).toEqual(new Set([small]));
    expect(await told({ author: " ErLaN " })).toEqual(new Set([large, support]));
    expect(await told({ author: "nobody" })).toEqual(new Set());
    expect(await told({ wave: "kz22", region })).toEqual(new Set([small, large, support]));
    expect(await told({ region: "KZ-75" })).toEqual(new Set());
    expect(await told({ batch: randomUUID() })).toEqual(new Set());
  }));

test("a row tells what became of its author's others", () =>
  database.rolledBack(async () => {
    const { chingiz, bolat } = personas;
    const decide = { seenVersion: 1, reason: "As the source says" };
    await approveEntry(bolat.id, { ...decide, entryId: await submittedEntry(chingiz.id) });
    for (const number of ["1210", "1220"])
      await rejectEntry(bolat.id, { ...decide, entryId: await submittedEntry(chingiz.id, { number }) });
    await submittedEntry(chingiz.id, { number: "1230" });
    const { rows } = await readQueuePage(NO_QUEUE_FILTER, 1);
    expect(rows.map(({ authorRecord }) => authorRecord)).toEqual([{ published: 1, rejected: 2 }]);
  }));

test("the next entry is in turn, nobody's who looks, not approved by them and not in another's hands", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan, bolat, dana } = personas;
    const first = await submittedEntry(chingiz.id);
    const approved = await submittedEntry(erlan.id, { number: "40 000" });
    const own = await submittedEntry(bolat.id, { number: "1240" });
    const held = await submittedEntry(chingiz.id, { number: "1250" });
    const free = await submittedEntry(erlan.id, { number: "1260" });
    for (const [at, id] of [first, approved, own, held, free].entries())
      await tx.$executeRaw`UPDATE entries SET submitted_at = now() - make_interval(hours => ${9 - at}::int) WHERE id = ${id}::uuid`;
    await approveEntry(bolat.id, { entryId: approved, seenVersion: 1 });
    expect(await holdEntry(dana.id, held)).toEqual({ ok: true });
    expect(await walk(bolat.id, first)).toEqual({ first: free, before: null, after: free });
    expect(await walk(dana.id, first)).toMatchObject({ first: approved, after: approved });
    await tx.$executeRaw`UPDATE entry_holds SET held_at = now() - interval '31 minutes'`;
    expect(await walk(bolat.id, held)).toEqual({ first, before: first, after: free });
    expect(await walk(bolat.id, approved)).toMatchObject({ first, before: first, after: held });
    await rejectEntry(bolat.id, { entryId: free, seenVersion: 1, reason: "Another mine" });
    expect(await walk(bolat.id, free)).toEqual({ first, before: held, after: null });
  }));

test("what was passed over does not come back before the end, nor do turns move when some are decided", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan, bolat } = personas;
    const ids: string[] = [];
    for (const [at, author] of [chingiz, erlan, chingiz, erlan, chingiz, erlan].entries()) {
      const id = await submittedEntry(author.id, { number: String(1300 + at) });
      await tx.$executeRaw`UPDATE entries SET submitted_at = now() - make_interval(hours => ${9 - at}::int) WHERE id = ${id}::uuid`;
      ids.push(id);
    }
    const [passed, ...rest] = ids;
    const walked: (string | null)[] = [(await walk(bolat.id, passed ?? "")).after];
    for (const id of rest) {
      const before = await walk(bolat.id, id);
      await rejectEntry(bolat.id, { entryId: id, seenVersion: 1, reason: "Another mine" });
      const after = await walk(bolat.id, id);
      expect(after.after).toBe(before.after);
      walked.push(after.after);
    }
    expect(walked).toEqual([...rest, null]);
    expect((await walk(bolat.id, rest.at(-1) ?? "")).first).toBe(passed);
  }));

test("a selection is gone through within itself, what was decided as it is listed", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan, bolat } = personas;
    const [first, other, last] = [
      await submittedEntry(erlan.id),
      await submittedEntry(chingiz.id, { number: "1260" }),
      await submittedEntry(erlan.id, { number: "1261" }),
    ];
    for (const [at, id] of [first, other, last].entries())
      await tx.$executeRaw`UPDATE entries SET submitted_at = now() - make_interval(hours => ${9 - at}::int) WHERE id = ${id}::uuid`;
    const of: QueueFilter = { ...NO_QUEUE_FILTER, author: erlan.handle };
    expect(await readNeighbours(bolat.id, first, of)).toEqual({ first: last, before: null, after: last });
    for (const entryId of [first, last])
      await rejectEntry(bolat.id, { entryId, seenVersion: 1, reason: "Another mine" });
    expect(await readNeighbours(bolat.id, last, of)).toEqual({ first: null, before: null, after: null });
    expect(await readNeighbours(bolat.id, last, { ...of, state: "rejected" })).toEqual({
      ...{ first, before: null, after: first },
    });
  }));

function walk(moderatorId: string, entryId: string) {
  return readNeighbours(moderatorId, entryId, NO_QUEUE_FILTER);
}
