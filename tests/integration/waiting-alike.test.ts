import { beforeAll, expect, test } from "vitest";
import { readWaitingAround, readWaitingBeside } from "@/lib/features/entries/data/waiting-beside";
import { askWarnings } from "@/lib/features/entries/mutations/ask-warnings";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import type { Personas } from "@/prisma/seed/factories";
import { personasIn, submittedEntry, submittedSolidarity, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let personas: Personas;

beforeAll(async () => {
  personas = await personasIn(database.client);
});

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted();

test("what waits is found beside what is about the same, until it is decided", () =>
  database.rolledBack(async () => {
    const { chingiz, erlan, bolat } = personas;
    const own = await submittedEntry(chingiz.id);
    const other = await submittedEntry(erlan.id);
    const later = await submittedEntry(erlan.id, { date: "2022-01-06" });
    await submittedSolidarity(erlan.id);
    expect(idsOf(await readWaitingBeside([own]))).toEqual([own, other].toSorted());
    expect(idsOf(await readWaitingBeside([own, later]))).toEqual([own, other, later].toSorted());
    // The page of one entry is held beside others of its kind, whatever their day.
    expect(idsOf(await readWaitingAround(own))).toEqual([own, other, later].toSorted());
    expect((await readWaitingBeside([own])).find(({ id }) => id === other)?.handle).toBe("erlan");
    await rejectEntry(bolat.id, { entryId: other, seenVersion: 1, reason: "Sent twice" });
    expect(idsOf(await readWaitingBeside([own]))).toEqual([own]);
  }));

test("an author is told of their own that waits, and of nobody else's", () =>
  database.rolledBack(async () => {
    const { chingiz, erlan } = personas;
    const own = await submittedEntry(chingiz.id);
    const actor = (id: string) => ({ id, role: "contributor" as const, active: true, secured: true });
    const told = async (id: string, entryId?: string) =>
      (await askWarnings(actor(id), typedFigure(), entryId)).filter(({ code }) => code === "own_waiting");
    expect(await told(chingiz.id)).toEqual([{ code: "own_waiting", field: "", ids: [own] }]);
    expect(await told(chingiz.id, own)).toEqual([]);
    expect(await told(erlan.id)).toEqual([]);
  }));

test("the index of what waits serves the search", () =>
  database.rolledBack(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const plan = await tx.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT e.id FROM entries e WHERE e.wave_id = 'kz22' AND e.record_kind = 'figure'
        AND told_of(e.record_kind, e.payload) = '2022-01-05 KZ22-W11 '
        AND e.kind = 'new_record' AND e.state IN ('submitted', 'approved_once') ORDER BY e.submitted_at DESC LIMIT 100`;
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("entries_waiting_beside");
  }));
