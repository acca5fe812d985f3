import { can, type Denial } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { isDatabaseDown } from "@/lib/server/database-down";
import { errorFields, log } from "@/lib/server/logger";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { decideNext, markFailed } from "./bulk-item";

export type BulkRun = { state: "running" | "stopped" | "done" } | { refused: Denial | "gone" };
type Bulk = { id: string; state: "prepared" | "running" | "stopped" | "done" };

/**
 * Goes on with a bulk decision for so long, one entry after another, each in a transaction of its own. Whoever asks must be
 * the moderator who prepared it; who they are is read again for every entry. What was not reached stays to do.
 */
export async function runBulk(actorId: string, bulkId: string, forMs: number): Promise<BulkRun> {
  const begun = await setState(actorId, bulkId, "running");
  if ("refused" in begun || begun.state !== "running") return begun;
  const until = Date.now() + forMs;
  while (Date.now() < until) {
    const step = await tryNext(actorId, bulkId);
    if (step === "none_left") return setState(actorId, bulkId, "done");
    if (step === "stopped") return { state: "stopped" };
    if (typeof step === "object") {
      await setState(actorId, bulkId, "stopped");
      return step;
    }
  }
  return { state: "running" };
}

export function stopBulk(actorId: string, bulkId: string): Promise<BulkRun> {
  return setState(actorId, bulkId, "stopped");
}

/** What nobody expected leaves that entry as it was, and says so; a database that is away leaves it to do. */
async function tryNext(actorId: string, bulkId: string) {
  let position: number | null = null;
  try {
    return await inTransaction((tx) =>
      decideNext(tx, { actorId, bulkId }, (at) => {
        position = at;
      }),
    );
  } catch (error) {
    if (position === null || isDatabaseDown(error)) throw error;
    log("error", { event: "bulk-item-failed", ...errorFields(error) });
    await markFailed(bulkId, position);
    return "next" as const;
  }
}

const LEADS_TO = { running: ["prepared", "stopped"], stopped: ["running"], done: ["running"] } as const;
const VERBS = { running: "bulk.run", stopped: "bulk.stop", done: "bulk.finish" } as const;

/** Moves it on if it may; where it is there already, or over, nothing changes. A stop holds from its commit on. */
function setState(actorId: string, bulkId: string, to: keyof typeof LEADS_TO): Promise<BulkRun> {
  return inTransaction(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const bulk = await lockBulk(tx, actorId, bulkId);
    const verdict = can(actor, "see_queue");
    // Stopping takes no right: whoever lost theirs has stopped.
    if (to === "running" && !verdict.allowed) return { refused: verdict.because };
    if (bulk === null) return { refused: "gone" };
    const from: readonly string[] = LEADS_TO[to];
    if (!from.includes(bulk.state)) return { state: bulk.state === "prepared" ? "stopped" : bulk.state };
    // Another run of the same may be at the last of them, and fail.
    const isLeft = to === "done" && (await tx.bulkItem.count({ where: { bulkId, outcome: null } })) > 0;
    if (isLeft) return { state: "running" };
    const after = await tx.bulkDecision.update({ where: { id: bulkId }, data: { state: to } });
    await appendAudit(tx, {
      ...{ actorId, verb: VERBS[to], objectType: "bulk_decision", objectId: bulkId },
      ...{ before: { id: bulkId, state: bulk.state }, after: { id: bulkId, state: after.state } },
    });
    return { state: to };
  });
}

async function lockBulk(tx: Transaction, moderatorId: string, bulkId: string): Promise<Bulk | null> {
  const [bulk] = await tx.$queryRaw<Bulk[]>`
    SELECT id::text, state::text FROM bulk_decisions
    WHERE id = ${bulkId}::uuid AND moderator_id = ${moderatorId}::uuid FOR UPDATE`;
  return bulk ?? null;
}
