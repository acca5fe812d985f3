import { setImmediate as nextTurn } from "node:timers/promises";
import { BULK_LIMIT, type BulkVerb, type Foreseen, foresee } from "@/lib/domain/bulk";
import { can, type Denial } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import type { Locale } from "@/lib/shared/i18n/locales";
import { lockActor } from "../../accounts/data";
import { readCandidates } from "../data/bulk-candidates";
import { findLackingFirstTier } from "../data/source-tiers";
import { readPutBack } from "../data/taken-down";
import { type QueueFilter, queryOfQueue } from "../schema/queue-filter";
import { personalDataIn } from "../view/personal-data";
import type { PutBack } from "../view/put-back";

export type PrepareBulk = {
  filter: QueueFilter;
  verb: BulkVerb;
  reason: string;
  /** The language it is written in, where that is known. */
  reasonLanguage?: Locale;
  withHeld: boolean;
};
export type BulkPrepared = { bulkId: string } | { refused: Denial | "nothing_matches" };

const rowsAtOnce = 1000;
/** Others have their turn after so many, which take some milliseconds. */
const AT_A_STRETCH = 100;
const NONE: ReadonlySet<string> = new Set();

/**
 * Writes down what one decision about everything that matches would do to each entry, with the version and the
 * photographs it was seen with, and decides nothing.
 */
export function prepareBulk(actorId: string, asked: PrepareBulk): Promise<BulkPrepared> {
  return inTransaction(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const verdict = can(actor, "see_queue");
    if (!verdict.allowed) return { refused: verdict.because };
    const { filter, verb, withHeld } = asked;
    const reason = asked.reason.trim() || null;
    const about = { moderatorId: actorId, withHeld, atMost: BULK_LIMIT };
    const { rows, matched } = await readCandidates(tx, filter, about);
    if (rows.length === 0) return { refused: "nothing_matches" };
    const bulk = await tx.bulkDecision.create({
      data: {
        ...{ moderatorId: actorId, verb, reason, filter: queryOfQueue(filter), matched, withHeld },
        reasonLanguage: reason === null ? null : (asked.reasonLanguage ?? null),
      },
    });
    const lacking = verb === "approve" && reason === null ? await findLackingFirstTier(tx, rows) : NONE;
    const putBack = verb === "approve" ? await readPutBack(tx, rows, reason) : new Map<string, PutBack[]>();
    const items: Item[] = [];
    for (const [at, { payload, waveId: _, ...row }] of rows.entries()) {
      if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await nextTurn();
      const hasPersonalData = personalDataIn([payload, reason]).length + (putBack.get(row.id) ?? []).length > 0;
      const entry = { ...row, hasPersonalData, lacksFirstTier: lacking.has(row.id) };
      items.push({
        ...{ bulkId: bulk.id, position: at + 1, entryId: row.id, entryVersion: row.version },
        evidenceSeen: row.evidenceSeen,
        ...foreseenColumns(foresee(entry, verb, { actor, reason })),
      });
    }
    await insertItems(tx, items);
    await appendAudit(tx, {
      ...{ actorId, verb: "bulk.prepare", objectType: "bulk_decision", objectId: bulk.id },
      ...{ before: null, after: { ...bulk, items } },
    });
    return { bulkId: bulk.id };
  });
}

function foreseenColumns(foreseen: Foreseen) {
  return "to" in foreseen
    ? { foresees: foreseen.to, outcome: null, because: null }
    : { foresees: null, outcome: "untouched" as const, because: foreseen.untouched };
}

type Item = {
  bulkId: string;
  position: number;
  entryId: string;
  entryVersion: number;
  evidenceSeen: string;
} & ReturnType<typeof foreseenColumns>;

/** A statement has room for so many values. */
async function insertItems(tx: Transaction, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += rowsAtOnce)
    await tx.bulkItem.createMany({ data: items.slice(from, from + rowsAtOnce) });
}
