import { beforeAll, describe, expect, it } from "vitest";
import { readBatch, readRows } from "@/lib/features/imports/data";
import { readDoubleRows } from "@/lib/features/imports/data/double-rows";
import { moveBatch } from "@/lib/features/imports/mutations/move-batch";
import { repairRows } from "@/lib/features/imports/mutations/repair-rows";
import { reportHead, reportLines } from "@/lib/features/imports/view/report";
import { verifyAuditChain } from "@/lib/server/audit";
import { withoutGuards } from "@/lib/shared/chart/csv-file";
import { readCsv } from "@/lib/shared/csv-rows";
import type { Personas } from "@/prisma/seed/factories";
import { COLUMNS, type DirtyFile, dirtyFile } from "../support/dirty-file";
import { personasIn } from "./support/entries";
import { mapped, subjectsOf, uploaded, workedOn } from "./support/imports";
import { testDatabase } from "./support/test-database";

const ROWS = 3000;
const database = testDatabase("record");
let people: Personas;
let file: DirtyFile;
beforeAll(async () => {
  people = await personasIn(database.client);
  file = dirtyFile(ROWS, await subjectsOf(database.client, "kz22"), 20_220_105);
});

const author = () => people.chingiz.id;

async function reportOf(batchId: string): Promise<string> {
  const batch = await readBatch(batchId, author());
  if (batch === null) throw new Error("There is no such file.");
  const { header } = batch;
  const words = {
    columnOf: ({ column }: { column: number | null }) => (column === null ? "" : (header[column] ?? "")),
    reasonOf: ({ code }: { code: string }) => code,
  };
  const rows = await readRows(batchId, { outcome: "wrong", after: 0, atMost: ROWS });
  return reportHead(batch) + reportLines(rows, batch, words);
}

const cellsOf = (csv: string) => {
  const read = readCsv(csv);
  if ("code" in read) throw new Error(`${read.code} in line ${read.line}`);
  return read.rows;
};

describe("a file of three thousand dirty rows", () => {
  let batchId = "";
  it(
    "is looked at row by row: every planted fault is told where it is, and nothing else",
    () =>
      database.committed(async () => {
        batchId = await uploaded(author(), file.csv);
        await mapped(author(), batchId);
        const { state, counts } = await workedOn(author(), batchId);
        expect(state).toBe("checked");
        const report = cellsOf(await reportOf(batchId));
        const told = report.map(({ cells }) => [
          Number(cells.turnout_row),
          (cells.turnout_columns ?? "").split("; "),
          (cells.turnout_codes ?? "").split("; "),
        ]);
        const planted = [...file.wrong].map(([row, faults]) => [
          row,
          faults.map(({ column }) => column),
          faults.map(({ code }) => code),
        ]);
        expect(told).toEqual(planted);
        expect(counts).toEqual({
          waiting: 0,
          ready: ROWS - file.wrong.size - file.doubles.size,
          wrong: file.wrong.size,
          sent: 0,
          double: file.doubles.size,
        });
        // Which row says the same is known before anything is sent.
        const doubles = await database.client.importRow.findMany({ where: { batchId, outcome: "double" } });
        expect(new Map(doubles.map(({ number, sameAs }) => [number, sameAs]))).toEqual(file.doubles);
        expect(await readDoubleRows(batchId)).toMatchObject({ repeated: file.doubles.size });
        expect(file.wrong.size).toBeGreaterThan(ROWS / 7);
        expect(await database.client.entry.count()).toBe(0);
      }),
    120_000,
  );

  it("gives back every wrong row as it was, and no cell that a spreadsheet would run", () =>
    database.committed(async () => {
      const csv = await reportOf(batchId);
      const original = cellsOf(file.csv);
      const rowsOfFile = file.csv.length;
      expect(rowsOfFile).toBeGreaterThan(0);
      const byNumber = new Map(original.map((row, at) => [at + 2, row.cells]));
      for (const { cells } of cellsOf(csv)) {
        const was = byNumber.get(Number(cells.turnout_row));
        for (const header of Object.values(COLUMNS)) {
          const cell = cells[header] ?? "";
          expect(cell).not.toMatch(/^[=+@]/);
          expect(withoutGuards(cell)).toBe(was?.[header]);
        }
      }
    }));

  it(
    "becomes one batch of the queue: every good row once, and of equal rows the first",
    () =>
      database.committed(async () => {
        expect(await moveBatch(author(), batchId, "send")).toEqual({ ok: true });
        const { state, counts } = await workedOn(author(), batchId);
        expect(state).toBe("done");
        const good = ROWS - file.wrong.size - file.doubles.size;
        expect(counts).toEqual({ waiting: 0, ready: 0, wrong: file.wrong.size, sent: good, double: file.doubles.size });
        expect(await database.client.entry.count({ where: { batchId, state: "submitted" } })).toBe(good);
        expect(await database.client.entryVersion.count()).toBe(good);
        const rows = await database.client.importRow.findMany({ where: { batchId, entryId: { not: null } } });
        const entryOf = new Map(rows.map((row) => [row.number, row.entryId]));
        for (const [row, before] of file.doubles) expect(entryOf.get(row)).toBe(entryOf.get(before));
        expect(await verifyAuditChain(database.client)).toBeNull();
        const lines = await database.client.auditEvent.count({ where: { verb: "import.entries", objectId: batchId } });
        expect(lines).toBeLessThanOrEqual(Math.ceil(ROWS / 500));
      }),
    120_000,
  );

  it(
    "is repeated without doubles, in another order of columns too",
    () =>
      database.committed(async () => {
        const before = await database.client.entry.count();
        const again = await uploaded(author(), file.csv.replaceAll("\n", "\r\n"));
        await mapped(author(), again);
        const { counts } = await workedOn(author(), again);
        expect(counts).toMatchObject({ ready: 0, double: ROWS - file.wrong.size, wrong: file.wrong.size });
        expect(await database.client.entry.count()).toBe(before);
      }),
    120_000,
  );

  it(
    "takes the corrected report back: only the rows put right are looked at and sent",
    () =>
      database.committed(async () => {
        const before = await database.client.entry.count();
        const dates = [...file.wrong].filter(([, faults]) => faults.length === 1 && faults[0]?.column === COLUMNS.date);
        const report = await reportOf(batchId);
        const header = report.slice(0, report.indexOf("\r\n"));
        const fixed = cellsOf(report).map(({ cells }) =>
          cells.turnout_columns === COLUMNS.date ? { ...cells, [COLUMNS.date]: "2022-01-06" } : cells,
        );
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const csv = [header, ...fixed.map((cells) => Object.values(cells).map(quoted).join(","))].join("\r\n");
        const bytes = new TextEncoder().encode(csv);
        const sent = { bytes, name: "report.csv", encoding: null, separator: null };
        expect(await repairRows(author(), batchId, sent)).toEqual({ repaired: file.wrong.size, passedOver: 0 });
        await workedOn(author(), batchId);
        await moveBatch(author(), batchId, "send");
        const { counts } = await workedOn(author(), batchId);
        expect(counts.wrong).toBe(file.wrong.size - dates.length);
        expect(await database.client.entry.count()).toBe(before + dates.length);
        expect(await verifyAuditChain(database.client)).toBeNull();
      }),
    120_000,
  );
});
