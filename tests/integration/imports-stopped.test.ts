import { beforeAll, describe, expect, it } from "vitest";
import { readBatch, readRows } from "@/lib/features/imports/data";
import { MOST_FAILURES } from "@/lib/features/imports/mutations/count-failure";
import { moveBatch, saveMapping } from "@/lib/features/imports/mutations/move-batch";
import { repairRows } from "@/lib/features/imports/mutations/repair-rows";
import { uploadFile } from "@/lib/features/imports/mutations/upload-file";
import type { ImportKind } from "@/lib/features/imports/schema/fields";
import type { Mapping } from "@/lib/features/imports/schema/mapping";
import { suggestMapping } from "@/lib/features/imports/schema/mapping";
import { batchPage } from "@/lib/features/imports/view";
import { reportHead, reportLines } from "@/lib/features/imports/view/report";
import { verifyAuditChain } from "@/lib/server/audit";
import type { Personas } from "@/prisma/seed/factories";
import { personasIn, submittedEntry } from "./support/entries";
import { subjectsOf, workedOn } from "./support/imports";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let people: Personas;
beforeAll(async () => {
  people = await personasIn(database.client);
});
const author = () => people.chingiz.id;

async function sent(kind: ImportKind, csv: string): Promise<string> {
  const file = { bytes: new TextEncoder().encode(csv), name: "", encoding: null, separator: null };
  const result = await uploadFile(author(), { waveId: "kz22", kind, file });
  if ("refused" in result) throw new Error(JSON.stringify(result));
  return result.batchId;
}

async function batchOf(id: string) {
  const batch = await readBatch(id, author());
  if (batch === null) throw new Error("There is no such file.");
  return batch;
}

async function pageOf(id: string) {
  const batch = await batchOf(id);
  const beside = {
    doubles: { repeated: 0, lines: [], more: 0 },
    wrong: { groups: [], different: 0 },
    ready: [],
    entries: [],
    same: null,
    megabytes: 32,
    dates: { from: "", until: "" },
  };
  const counts = { waiting: 0, ready: 1, wrong: 0, sent: 0, double: 0 };
  return batchPage({
    batch,
    counts,
    mapping: batch.mapping ?? suggestMapping(batch.kind, batch.header, null),
    ...beside,
  });
}

const workforces = "name,occupation,language,source_ids\nWelders of Aktau,welders,en,KZ22-S4";

describe("a file whose columns nobody named", () => {
  it("cannot be sent, whatever is asked of the server", () =>
    database.committed(async () => {
      const id = await sent("workforce", workforces);
      expect(await moveBatch(author(), id, "cancel")).toEqual({ ok: true });
      expect(await moveBatch(author(), id, "send")).toEqual({ refused: "moved_on" });
      expect((await batchOf(id)).state).toBe("cancelled");
    }));

  it("keeps no other file waiting where it came to be sent all the same, and is stopped with a reason", () =>
    database.committed(async () => {
      const id = await sent("workforce", workforces);
      await database.client.importBatch.update({
        where: { id },
        data: { state: "sending", failures: MOST_FAILURES - 2, updatedAt: new Date(0) },
      });
      const other = await sent("workforce", workforces);
      const mapping = suggestMapping("workforce", (await batchOf(other)).header, null);
      expect(await saveMapping(author(), other, mapping)).toEqual({ ok: true });
      expect((await workedOn(author(), other)).counts).toMatchObject({ ready: 1 });
      expect((await workedOn(author(), id)).state).toBe("cancelled");
      expect((await pageOf(id)).isGivenUp).toBe(true);
      expect((await pageOf(other)).isGivenUp).toBe(false);
      expect(await verifyAuditChain(database.client)).toBeNull();
    }));
});

it("tells rows that say the same as one that was sent by then of its entry, where a file is stopped", () =>
  database.committed(async () => {
    const id = await sent("workforce", `${workforces}\nWelders of Aktau,welders,en,KZ22-S4`);
    await saveMapping(author(), id, suggestMapping("workforce", (await batchOf(id)).header, null));
    expect((await workedOn(author(), id)).counts).toMatchObject({ ready: 1, double: 1 });
    expect(await moveBatch(author(), id, "send")).toEqual({ ok: true });
    // As after the turn of the first.
    const entryId = await submittedEntry(author());
    const first = { batchId_number: { batchId: id, number: 2 } };
    await database.client.importRow.update({ where: first, data: { outcome: "sent", entryId } });
    expect(await moveBatch(author(), id, "cancel")).toEqual({ ok: true });
    const rows = await database.client.importRow.findMany({ where: { batchId: id }, orderBy: { number: "asc" } });
    expect(rows).toMatchObject([
      { outcome: "sent", entryId },
      { outcome: "double", entryId },
    ]);
  }));

describe("a file whose columns are named otherwise after it was looked at", () => {
  it("is sent only as a dry run of what is said now has read it", () =>
    database.committed(async () => {
      const text = { words: "so many, they said", words_language: "en", source_ids: "KZ22-S4", source_language: "en" };
      const [subject] = await subjectsOf(database.client, "kz22");
      const id = await sent(
        "figure",
        `workforce,action,date,value,second\n${subject?.workforceId},${subject?.actionId},2022-01-05,300,1.234`,
      );
      const fixed = { measure: "workers_directly_involved", basis: "on_day", claimant: "press", ...text };
      const places = { workforce: 0, action: 1, date: 2 };
      const said = (value: number, answers: Mapping["answers"] = {}): Mapping => ({
        ...{ columns: { ...places, value }, fixed, answers },
      });
      expect(await saveMapping(author(), id, said(3))).toEqual({ ok: true });
      expect(await workedOn(author(), id)).toMatchObject({ state: "checked", counts: { ready: 1 } });

      expect(await saveMapping(author(), id, said(4))).toEqual({ ok: true, open: 1 });
      expect((await pageOf(id)).can).toMatchObject({ send: false, check: false });
      expect(await moveBatch(author(), id, "send")).toEqual({ refused: "moved_on" });
      await moveBatch(author(), id, "cancel");
      expect(await moveBatch(author(), id, "send")).toEqual({ refused: "moved_on" });
      const report = {
        bytes: new TextEncoder().encode("turnout_row,a\n2,b"),
        name: "",
        encoding: null,
        separator: null,
      };
      expect(await repairRows(author(), id, report)).toEqual({ refused: "moved_on" });

      expect(await saveMapping(author(), id, said(4, { "4": { decimal: "comma" } }))).toEqual({ ok: true });
      expect(await moveBatch(author(), id, "send")).toEqual({ refused: "moved_on" });
      expect(await workedOn(author(), id)).toMatchObject({ state: "checked", counts: { ready: 1 } });
      expect(await moveBatch(author(), id, "send")).toEqual({ ok: true });
      expect((await workedOn(author(), id)).counts).toMatchObject({ sent: 1 });
      const entry = await database.client.entry.findFirstOrThrow({ where: { batchId: id } });
      expect(entry.payload).toMatchObject({ number: "1234" });
    }));
});

describe("wrong rows", () => {
  it("come back as they were, with apostrophes and signs that look like escapes", () =>
    database.committed(async () => {
      const cells = ["", "welders", "en", "KZ22-S4", "'-5 degrees", "\\u0000 a\\u0000"];
      const id = await sent("workforce", `name,occupation,language,source_ids,-x,=y\n${cells.join(",")}`);
      const batch = await batchOf(id);
      await saveMapping(author(), id, suggestMapping("workforce", batch.header, null));
      expect((await workedOn(author(), id)).counts).toMatchObject({ wrong: 1 });
      const wrong = () => readRows(id, { outcome: "wrong", after: 0, atMost: 9 });
      const csv = reportHead(batch) + reportLines(await wrong(), batch, { columnOf: () => "", reasonOf: () => "" });
      const file = { bytes: new TextEncoder().encode(csv), name: "", encoding: null, separator: null };
      expect(await repairRows(author(), id, file)).toEqual({ repaired: 1, passedOver: 0 });
      await workedOn(author(), id);
      expect((await wrong()).map((row) => row.cells)).toEqual([cells]);
    }));
});
