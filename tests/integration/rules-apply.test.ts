import { describe, expect, test } from "vitest";
import { RULE_SETS, type RuleSet } from "@/lib/domain/words-rules";
import { applyRules } from "@/lib/features/figures/mutations/apply-rules";
import { planRules } from "@/lib/features/figures/mutations/plan-rules";
import { readEdition } from "@/lib/features/waves/data";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { verifyAuditChain } from "@/lib/server/audit";
import { openClient, withClient } from "@/lib/server/db";
import { linesOfPlan } from "@/prisma/apply-rules";
import { loadPublicRecord } from "@/prisma/seed/load";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const { turnout } = RULE_SETS;
const raised = (version: number, plurals: Partial<RuleSet["plurals"]>): RuleSet[] => [
  { ...turnout, version, plurals: { ...turnout.plurals, ...plurals } },
];
const larger = raised(2, { tens: 30, dozens: 36, hundreds: 300, thousands: 3000, tens_of_thousands: 30_000 });

async function everything(client: PrismaClient) {
  return {
    figures: await client.figure.findMany({ orderBy: { id: "asc" } }),
    sizes: await client.workforceSize.findMany({ orderBy: { id: "asc" } }),
    citations: await client.citation.findMany({ orderBy: { id: "asc" } }),
    revisions: await client.revision.findMany({ orderBy: { id: "asc" } }),
    records: await client.record.findMany({ orderBy: { id: "asc" } }),
    publications: await client.publication.count(),
    audit: await client.auditEvent.count(),
  };
}

/** Nothing can be written of this record as long as it runs. */
async function brokenAt(url: string, id: string | undefined, run: () => Promise<unknown>): Promise<void> {
  await withSql(url, async (sql) => {
    await sql.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.record_id = '${id}' THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$`);
    await sql.query("CREATE TRIGGER broken BEFORE INSERT ON revisions FOR EACH ROW EXECUTE FUNCTION broken()");
  });
  await expect(run()).rejects.toThrow(/broken off/);
  await withSql(url, (sql) => sql.query("DROP TRIGGER broken ON revisions; DROP FUNCTION broken()"));
}

describe("raising the version of a rule batch by batch", () => {
  const database = testDatabase("record");

  test("keeps whole batches when it is broken off, and goes on with the rest", async () => {
    const { client, url } = database;
    const all = (await planRules(client, larger)).changes.map(({ id }) => id);
    const before = await everything(client);
    await brokenAt(url, all.at(-1), () => applyRules(client, larger, 3));
    const left = (await planRules(client, larger)).changes.map(({ id }) => id);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all.length);
    expect(left).toEqual(all.slice(-left.length));
    const broken = await everything(client);
    expect(broken.revisions.length - before.revisions.length).toBe(all.length - left.length);
    expect((await applyRules(client, larger, 3)).changes.map(({ id }) => id)).toEqual(left);
    const after = await everything(client);
    expect(after.revisions.length - before.revisions.length).toBe(all.length);
    expect(after.publications - before.publications).toBe(after.audit - before.audit);
    expect(await verifyAuditChain(client)).toBeNull();
    expect((await applyRules(client, larger, 3)).changes).toEqual([]);
    expect((await everything(client)).publications).toBe(after.publications);
  });
});

describe("raising the version of a rule", () => {
  const database = testDatabase("record");

  test("is told record by record before anything is written", async () => {
    const before = await everything(database.client);
    const plan = await planRules(database.client, larger);
    expect(plan.changes.length).toBeGreaterThan(1);
    const [first] = plan.changes;
    const line = `${first?.id}  "${first?.quantity.words}"  `;
    expect(linesOfPlan(plan)[0]?.startsWith(line)).toBe(true);
    expect(linesOfPlan(plan)[0]).toMatch(
      /\(turnout\.plural version 1\) -> \d+ or more \w+ \(turnout\.plural version 2\)$/,
    );
    expect(linesOfPlan(plan).at(-1)).toBe(
      `${plan.changes.length} to change, ${plan.same} read alike by the newer version, ${plan.unreadable.length} left alone.`,
    );
    expect(await everything(database.client)).toEqual(before);
  });

  test("is nothing at the version everything was made by", async () => {
    expect(await planRules(database.client, Object.values(RULE_SETS))).toEqual({
      changes: [],
      unreadable: [],
      same: 0,
    });
  });

  test("is all or nothing: broken off at the last record, not one has changed", async () => {
    const before = await everything(database.client);
    const last = (await planRules(database.client, larger)).changes.at(-1)?.id;
    await brokenAt(database.url, last, () => applyRules(database.client, larger));
    expect(await everything(database.client)).toEqual(before);
  });

  test("by two at once is done once, with revision, reason, publication and audit line", async () => {
    const before = await everything(database.client);
    const expected = (await planRules(database.client, larger)).changes;
    const rival = openClient(database.url, 1);
    const plans = await Promise.all([applyRules(database.client, larger), applyRules(rival, larger)]);
    await rival.$disconnect();
    expect(plans.map(({ changes }) => changes.length).toSorted((a, b) => a - b)).toEqual([0, expected.length]);
    const after = await everything(database.client);
    expect([after.publications, after.audit]).toEqual([before.publications + 1, before.audit + 1]);
    expect(after.citations).toEqual(before.citations);
    expect(after.revisions.slice(0, before.revisions.length)).toEqual(before.revisions);
    expect(await verifyAuditChain(database.client)).toBeNull();
    for (const { id, kind, revision, quantity, to } of expected) {
      const rows: { id: string }[] = kind === "figure" ? after.figures : after.sizes;
      const { lower, upper, unit, words } = to;
      expect(rows.find((row) => row.id === id)).toMatchObject({
        ...{ lower, upper, unit, words, ruleId: "turnout.plural", ruleVersion: 2 },
      });
      const made = after.revisions.filter(({ recordId }) => recordId === id);
      expect(made.map(({ number }) => number)).toEqual(Array.from({ length: revision + 1 }, (_, index) => index + 1));
      expect(made.at(-2)?.snapshot).toMatchObject({ lower: quantity.lower, ruleVersion: 1 });
      const old = made.at(-2)?.snapshot as object;
      expect(made.at(-1)?.snapshot).toEqual({ ...old, lower, upper, approximate: to.approximate, ruleVersion: 2 });
      expect(made.at(-1)?.reason).toMatchObject({
        en: "Read again by the rule turnout.plural: version 1 was raised to version 2. The source’s words are the same.",
      });
    }
  });

  test("leaves digits, hands and every other number as they were", async () => {
    const changed = new Set(
      (await database.client.revision.findMany({ where: { number: 2 } })).map((one) => one.recordId),
    );
    const rows = await database.client.figure.findMany({ where: { OR: [{ ruleId: null }, { ruleVersion: 1 }] } });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ id }) => changed.has(id))).toEqual([]);
  });

  test("is read by readers as the history of the record", async () => {
    const edition = await withClient(database.client, () => readEdition(null));
    const id = (await database.client.revision.findFirstOrThrow({ where: { number: 2 } })).recordId;
    const history = edition.records.flatMap(({ revisions }) => revisions[id] ?? []);
    expect(history.map(({ number, reason }) => [number, reason === null])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test("again has nothing to do, also after loading the files again", async () => {
    const before = await everything(database.client);
    expect((await applyRules(database.client, larger)).changes).toEqual([]);
    expect(await loadPublicRecord(database.client)).toMatchObject({ inserted: 0, revised: 0, version: null });
    expect(await everything(database.client)).toEqual(before);
  });

  test("names what can no longer be read, leaves it alone, and leaves what was retracted", async () => {
    const [odd, retracted] = await database.client.figure.findMany({ where: { ruleVersion: 2 }, take: 2 });
    await database.client.figure.update({ where: { id: odd?.id ?? "" }, data: { words: "12, 13 or 14 people" } });
    await database.client.record.update({
      where: { id: retracted?.id ?? "" },
      data: { state: "retracted", retractedReason: "for the test" },
    });
    const plan = await applyRules(
      database.client,
      raised(3, { tens: 40, dozens: 48, hundreds: 400, thousands: 4000, tens_of_thousands: 40_000 }),
    );
    expect(plan.unreadable.map(({ id }) => id)).toContain(odd?.id);
    expect(plan.changes.map(({ id }) => id)).not.toContain(retracted?.id);
    const left = await database.client.figure.findMany({ where: { ruleVersion: 2 }, orderBy: { id: "asc" } });
    expect(left.map(({ id }) => id)).toEqual([odd?.id, retracted?.id].toSorted());
  });
});
