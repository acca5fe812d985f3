import type { Quantity } from "@/lib/domain/quantity";
import type { RuleSet } from "@/lib/domain/words-rules";
import type { Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { appendAudit, lockAuditChain } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import {
  AT_ONCE,
  addTo,
  BEGINNING,
  emptyPlan,
  type Place,
  planNext,
  type RuleChange,
  type RulesPlan,
} from "./plan-rules";

const rulesLock = 7_478_214_003;
const patience = { isolationLevel: "ReadCommitted", maxWait: 10_000, timeout: 60_000 } as const;

/** A record changed while the rules were being applied: its batch was not written, and the command can be run again. */
export class RecordChangedMeanwhile extends Error {}

/**
 * Makes anew every number that the rules as they stand read otherwise, a batch at a time, each in one transaction: a
 * revision of each record with a public reason, a publication and an audit line of each wave. Each batch is all or
 * nothing; broken off between two, the command goes on where it stopped; again, there is nothing to do.
 */
export async function applyRules(client: PrismaClient, sets: readonly RuleSet[], atOnce = AT_ONCE): Promise<RulesPlan> {
  const whole = emptyPlan();
  for (let place: Place | null = BEGINNING; place !== null; ) {
    const part: Part = { place, atOnce };
    const { plan, next } = await client.$transaction((tx) => applyNext(tx, sets, part), patience);
    addTo(whole, plan);
    place = next;
  }
  return whole;
}

type Part = { place: Place; atOnce: number };

async function applyNext(tx: Transaction, sets: readonly RuleSet[], part: Part) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${rulesLock}::bigint)`;
  const read = await planNext(tx, sets, part);
  const { changes } = read.plan;
  for (const change of changes) await makeAnew(tx, change);
  if (changes.length > 0) await lockAuditChain(tx);
  for (const [waveId, own] of Map.groupBy(changes, (change) => change.waveId)) await publish(tx, waveId, own);
  return read;
}

async function makeAnew(tx: Transaction, change: RuleChange): Promise<void> {
  const { id, kind, revision, quantity, to } = change;
  const guarded = { id, ruleId: quantity.rule?.id ?? null, ruleVersion: quantity.rule?.version ?? null };
  const raised = await tx.record.updateMany({
    where: { id, revision, state: "published" },
    data: { revision: revision + 1 },
  });
  const columns = columnsOf(to);
  const where = { where: guarded, data: columns };
  const written = kind === "figure" ? await tx.figure.updateMany(where) : await tx.workforceSize.updateMany(where);
  if (raised.count !== 1 || written.count !== 1) throw new RecordChangedMeanwhile(`${id} was changed meanwhile.`);
  const before = await tx.revision.findUniqueOrThrow({
    where: { recordId_number: { recordId: id, number: revision } },
  });
  await tx.revision.create({
    data: {
      ...{ recordId: id, number: revision + 1, recordedAt: new Date() },
      snapshot: { ...(before.snapshot as Prisma.JsonObject), ...columns },
      ...{ validFrom: before.validFrom, validTo: before.validTo },
      reason: await reasonOf(change),
    },
  });
}

/** The columns of a number made from words; unit, words, claim and citations stay as they are. */
function columnsOf({ lower, upper, approximate, unknown, rule }: Quantity) {
  return { lower, upper, approximate, unknown, ruleId: rule?.id ?? null, ruleVersion: rule?.version ?? null };
}

/** Why, in every language: which rule, and from which version to which. */
async function reasonOf({ quantity, to }: RuleChange): Promise<Prisma.InputJsonObject> {
  const told = LOCALES.map(async (locale) => {
    const { ruleRaised } = (await readMessages(locale)).record;
    const values = { rule: to.rule?.id, from: quantity.rule?.version, to: to.rule?.version };
    return [locale, ruleRaised.replace(/\{(\w+)\}/g, (_, name: keyof typeof values) => String(values[name]))] as const;
  });
  return Object.fromEntries(await Promise.all(told));
}

async function publish(tx: Transaction, waveId: string, changes: readonly RuleChange[]): Promise<void> {
  await tx.publication.create({ data: { waveId } });
  await appendAudit(tx, {
    ...{ actorId: null, verb: "rule.apply", objectType: "wave", objectId: waveId },
    before: Object.fromEntries(changes.map(({ id, quantity }) => [id, quantity])),
    after: Object.fromEntries(changes.map(({ id, to }) => [id, to])),
  });
}
