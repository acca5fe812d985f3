import { WITHHELD, withoutWords } from "@/lib/domain/withholding";
import { Prisma } from "@/lib/generated/prisma/client";
import { canonicalJson } from "@/lib/server/audit";
import { auditErasedText, type ErasedMessage, eraseText } from "@/lib/server/message-text";
import type { Transaction } from "@/lib/server/transaction";

type Purged = { actorId: string; words: readonly string[]; hidesReasons: boolean };
/** What a text or a value is without the words taken; null where it held none of them. */
type Clean = <T>(value: T) => T | null;

/** The proposals of the record, or of whatever cites it where it is a source. */
async function proposalsOf(tx: Transaction, recordId: string): Promise<string[]> {
  const cites = await tx.citation.findMany({ where: { sourceId: recordId }, select: { recordId: true } });
  const records = [recordId, ...cites.map((one) => one.recordId)];
  const entries = await tx.entry.findMany({
    where: { recordId: { in: records } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return entries.map(({ id }) => id);
}

/**
 * Holds all that `purge` will change and that others hold too, with the others that are named, in the order in which whoever decides does: the bulk
 * decision, the entry, then the record. Taken the other way round each would wait for the other, and one be ended.
 * Answers with the entries held.
 */
export async function holdProposals(
  tx: Transaction,
  recordId: string,
  others: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set([...(await proposalsOf(tx, recordId)), ...others])];
  await tx.$queryRaw`
    SELECT 1 FROM bulk_decisions b WHERE EXISTS (
      SELECT 1 FROM bulk_items i WHERE i.bulk_id = b.id AND i.entry_id = ANY(${ids}::uuid[])
    ) ORDER BY b.id FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM entries WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return new Set(ids);
}

/**
 * Holds entries where nobody else does, each for as long as a mark of it is written; whether all could be held. Taken after
 * the record, so nobody is waited for: who decides about one of them waits for the record.
 */
export async function holdFree(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const held = await tx.$queryRaw<object[]>`
    SELECT 1 FROM entries WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR KEY SHARE SKIP LOCKED`;
  return held.length === ids.length;
}

/**
 * Whether nothing was proposed of the record between the two holds: a newcomer is in nobody's list of what was held, and may
 * be at its author's or in a bulk decision. It cannot be waited for while the record is held, so the taking is begun anew.
 */
export async function holdsAllProposals(
  tx: Transaction,
  recordId: string,
  held: ReadonlySet<string>,
): Promise<boolean> {
  return (await proposalsOf(tx, recordId)).every((id) => held.has(id));
}

/**
 * Takes the words out of the proposals of the record, or of whatever cites it where it is a source, with all that was kept
 * on their way: versions, decisions, bulk decisions, messages, and the rows of files they came from.
 */
export async function purge(
  tx: Transaction,
  recordId: string,
  { actorId, words, hidesReasons }: Purged,
): Promise<void> {
  const ids = await proposalsOf(tx, recordId);
  const clean: Clean = (value) => {
    const without = withoutWords(value, words) as typeof value;
    return canonicalJson(without) === canonicalJson(value) ? null : without;
  };
  const cleanReason = (reason: string | null) => (hidesReasons ? WITHHELD : clean(reason));
  await purgeFiles(tx, await purgeProposals(tx, ids, clean), clean);
  await purgeReasons(tx, ids, cleanReason);
  // Last, since they are lines of the log.
  await purgeMessages(tx, { ids, actorId }, (text) => hidesReasons || clean(text) !== null);
}

/** The proposals that had said any of the words. */
async function purgeProposals(tx: Transaction, ids: readonly string[], clean: Clean): Promise<string[]> {
  const said = new Set<string>();
  for (const { id, payload, versions } of await tx.entry.findMany({
    where: { id: { in: [...ids] } },
    include: { versions: true },
  })) {
    const now = clean(payload);
    if (now !== null) await tx.entry.update({ where: { id }, data: { payload: now } });
    if (now !== null) said.add(id);
    for (const { version, payload: then } of versions) {
      const kept = clean(then);
      if (kept === null) continue;
      const where = { entryId_version: { entryId: id, version } };
      await tx.entryVersion.update({ where, data: { payload: kept } });
      said.add(id);
    }
  }
  return [...said];
}

/**
 * A row that became such a proposal, or said the same, is emptied whole: its cells are the words as they were typed, and its key is a hash of
 * them. Files keep no examples then; what they say once for all rows loses the words.
 */
async function purgeFiles(tx: Transaction, ids: readonly string[], clean: Clean): Promise<void> {
  const files = await tx.importBatch.findMany({
    where: { author: { entries: { some: { id: { in: [...ids] } } } } },
    select: { id: true },
  });
  // While a file is sent, or where it was stopped, rows that say the same know only which row does.
  const emptied = await tx.$queryRaw<{ batchId: string }[]>`
    WITH said AS (
      SELECT batch_id, number, key FROM import_rows
      WHERE batch_id = ANY(${files.map(({ id }) => id)}::uuid[]) AND entry_id = ANY(${ids}::uuid[])
    )
    UPDATE import_rows AS other SET cells = '{}', key = NULL FROM said
    WHERE other.batch_id = said.batch_id
      AND (other.number = said.number OR other.same_as = said.number OR (other.outcome = 'double' AND other.key = said.key))
    RETURNING other.batch_id::text AS "batchId"`;
  const touched = [...new Set(emptied.map(({ batchId }) => batchId))].toSorted();
  for (const { id, columns, mapping } of await tx.importBatch.findMany({
    where: { id: { in: touched } },
    select: { id: true, columns: true, mapping: true },
    orderBy: { id: "asc" },
  })) {
    const facts = (columns as object[]).map((column) => ({ ...(clean(column) ?? column), examples: [] }));
    const said = clean(mapping) ?? mapping ?? Prisma.DbNull;
    await tx.importBatch.update({ where: { id }, data: { columns: facts, mapping: said } });
  }
}

/**
 * One bulk decision gave its reason for each of its entries, and keeps it beside them. What it has not reached is left as it
 * is: nobody is to be told a reason with a hole in it.
 */
async function purgeReasons(
  tx: Transaction,
  ids: readonly string[],
  clean: (reason: string | null) => string | null,
): Promise<void> {
  const entryId = { in: [...ids] };
  for (const { id, reason } of await tx.decision.findMany({ where: { entryId, reason: { not: null } } })) {
    const said = clean(reason);
    if (said !== null) await tx.decision.update({ where: { id }, data: { reason: said } });
  }
  for (const { id, reason } of await tx.bulkDecision.findMany({
    where: { reason: { not: null }, items: { some: { entryId } } },
    orderBy: { id: "asc" },
  })) {
    const said = clean(reason);
    if (said === null) continue;
    // The decision first: whoever runs it holds it for one entry at a time.
    await tx.bulkDecision.update({ where: { id }, data: { reason: said } });
    await tx.bulkItem.updateMany({
      where: { bulkId: id, outcome: null },
      data: { outcome: "untouched", because: "reason_withheld" },
    });
  }
}

/** As a moderator erases one: that there was a message, whose and when stays. */
async function purgeMessages(
  tx: Transaction,
  { ids, actorId }: { ids: readonly string[]; actorId: string },
  isTaken: (text: string) => boolean,
): Promise<void> {
  const messages = await tx.entryMessage.findMany({
    where: { entryId: { in: [...ids] }, erasedAt: null },
    select: { id: true, text: true },
    orderBy: { id: "asc" },
  });
  const erased: ErasedMessage[] = [];
  for (const { id } of messages.filter(({ text }) => isTaken(text))) {
    const one = await eraseText(tx, id);
    if (one !== undefined) erased.push(one);
  }
  for (const one of erased) await auditErasedText(tx, actorId, one);
}
