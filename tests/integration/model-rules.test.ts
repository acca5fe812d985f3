import { describe, expect, it } from "vitest";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Transaction } from "@/lib/server/transaction";
import { createAction, createFigure, createSyntheticWave, createWorkforce } from "@/prisma/seed/factories";
import { testDatabase } from "./support/test-database";

type FigureColumns = Partial<Prisma.FigureCreateManyInput>;
type ActionColumns = Partial<Prisma.ActionCreateManyInput>;
type Rule = [rule: string, broken: FigureColumns];

const database = testDatabase();
const plain = { words: null, wordsLanguage: null };

/** Whatever the code does, the database itself refuses: each row breaks one rule and nothing else. */
const figureRules: Rule[] = [
  ["figures_quantity", { lower: 200, upper: 100 }],
  ["figures_quantity", { lower: -1, upper: null }],
  ["figures_quantity", { lower: null, upper: null, unknown: null }],
  ["figures_quantity", { lower: 0, upper: 0, unknown: "not_reported" }],
  ["figures_quantity", { lower: Number.POSITIVE_INFINITY, upper: null }],
  ["figures_quantity", { measure: "participation_rate", unit: "percent", lower: 50, upper: 101 }],
  ["figures_unit_fits_measure", { measure: "participation_rate", unit: "people" }],
  ["figures_unit_fits_measure", { measure: "attendance", unit: "days" }],
  ["figures_rule_pair", { ruleId: "turnout.plural", ruleVersion: null }],
  ["figures_rule_needs_words", { ...plain, ruleId: "turnout.plural", ruleVersion: 1 }],
  ["figures_one_subject", { subject: "action" }],
  ["figures_standing_has_reason", { standing: "deprecated" }],
  ["figures_dispute_has_reason", { disputed: true }],
  ["figures_as_of_ordered", { asOfEarliest: new Date("2030-05-02"), asOfLatest: new Date("2030-05-01") }],
];

const actionRules: [rule: string, broken: ActionColumns][] = [
  ["actions_start_ordered", { startEarliest: new Date("2030-05-02"), startLatest: new Date("2030-05-01") }],
  ["actions_end_whole", { endEarliest: new Date("2030-05-03") }],
  ["actions_place", { placePrecision: "locality" }],
  ["actions_place", { placePrecision: "region" }],
];

async function inWave(work: (transaction: Transaction, waveId: string) => Promise<unknown>): Promise<unknown> {
  return database.rolledBack(async (transaction) => {
    const { waveId } = await createSyntheticWave(transaction);
    return work(transaction, waveId);
  });
}

describe("figures", () => {
  it.each(figureRules)("%s refuses %o", async (rule, broken) => {
    const attempt = inWave((transaction, waveId) => createFigure(transaction, waveId, broken));
    await expect(attempt).rejects.toThrow(rule);
  });

  it("keep zero as a number and unknown as a reason", async () => {
    await inWave(async (transaction, waveId) => {
      const zero = await createFigure(transaction, waveId, { lower: 0, upper: 0 });
      const unknown = await createFigure(transaction, waveId, { lower: null, upper: null, unknown: "withheld" });
      const rows = await transaction.figure.findMany({
        where: { id: { in: [zero, unknown] } },
        orderBy: { id: "asc" },
      });
      expect(rows.map(({ lower, unknown: reason }) => [lower, reason])).toEqual([
        [0, null],
        [null, "withheld"],
      ]);
    });
  });
});

describe("actions", () => {
  it.each(actionRules)("%s refuses %o", async (rule, broken) => {
    const attempt = inWave((transaction, waveId) => createAction(transaction, waveId, broken));
    await expect(attempt).rejects.toThrow(rule);
  });

  it("join a workforce once", async () => {
    const attempt = inWave(async (transaction, waveId) => {
      const workforceId = await createWorkforce(transaction, waveId);
      await createAction(transaction, waveId, {}, [workforceId, workforceId]);
    });
    await expect(attempt).rejects.toThrow(/unique/i);
  });

  it("open ends have no end", async () => {
    const end = {
      endEarliest: new Date("2030-05-03"),
      endLatest: new Date("2030-05-04"),
      endPrecision: "day",
    } as const;
    const attempt = inWave((transaction, waveId) => createAction(transaction, waveId, { openEnd: true, ...end }));
    await expect(attempt).rejects.toThrow("actions_open_end");
  });
});

describe("records", () => {
  const refused: [rule: string, act: (transaction: Transaction, id: string) => Promise<unknown>][] = [
    ["record_id_permanent", (tx, id) => tx.record.update({ where: { id }, data: { number: 99 } })],
    ["record_revision_forward", (tx, id) => tx.record.update({ where: { id }, data: { revision: 0 } })],
    ["append_only", (tx, id) => tx.revision.updateMany({ where: { recordId: id }, data: { retracts: true } })],
    ["append_only", (tx, id) => tx.revision.deleteMany({ where: { recordId: id } })],
    ["append_only", (tx, id) => tx.$executeRaw`DELETE FROM records WHERE id = ${id}`],
    ["append_only", (tx) => tx.$executeRaw`TRUNCATE audit_events`],
    ["records_tombstone_reason", (tx, id) => tx.record.update({ where: { id }, data: { state: "retracted" } })],
    [
      "(recordId|record_id)",
      (tx, id) => tx.revision.create({ data: { recordId: id, number: 1, snapshot: {}, recordedAt: new Date() } }),
    ],
  ];

  it.each(refused)("%s holds", async (rule, act) => {
    const attempt = inWave(async (transaction, waveId) => act(transaction, await createFigure(transaction, waveId)));
    await expect(attempt).rejects.toThrow(new RegExp(rule));
  });

  it("take their id from wave, kind and number", async () => {
    const attempt = inWave((transaction, waveId) =>
      transaction.record.create({ data: { id: "ZZ30-A7", waveId, kind: "figure", number: 7 } }),
    );
    await expect(attempt).rejects.toThrow("record_id_form");
  });
});

describe("the audit chain", () => {
  it("takes no line that does not carry on from the last", async () => {
    const line = { at: new Date(), verb: "test.line", objectType: "test", objectId: "1", hash: "b" };
    const attempt = inWave((transaction) =>
      transaction.auditEvent.create({ data: { seq: 5, prevHash: "a", ...line } }),
    );
    await expect(attempt).rejects.toThrow("audit_chain");
  });
});
