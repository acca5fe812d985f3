import { setTimeout as wait } from "node:timers/promises";
import { isDatabaseDown } from "@/lib/server/database-down";
import { db } from "@/lib/server/db";
import { errorFields, log } from "@/lib/server/logger";
import { runBulk, stopBulk } from "./run-bulk";

/** Whoever pressed the button reads how far it is: a second is short. */
const PAUSE_MS = 1000;
const PAUSE_AFTER_FAILURE_MS = 3000;
/** So long at one decision, then at the next, so that none waits for another to end. */
const TURN_MS = 1000;

export type BulkWork = { stop(): Promise<void> };

/**
 * Goes on with decisions about many entries that are under way, whether anybody looks at their page or not, until it is
 * stopped. How far each is stands in the database; of several that work on one each takes other entries.
 */
export function workOnBulks(): BulkWork {
  const stopping = new AbortController();
  const work = (async () => {
    while (!stopping.signal.aborted) {
      const pause = await goOnWithBulks(TURN_MS, stopping.signal).then(
        () => PAUSE_MS,
        (problem: unknown) => {
          if (!isDatabaseDown(problem)) log("error", { event: "bulk-failed", ...errorFields(problem) });
          return PAUSE_AFTER_FAILURE_MS;
        },
      );
      await wait(pause, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

/** One turn at each that is under way. Whoever may no longer decide has stopped. */
export async function goOnWithBulks(forMs: number, stopping?: AbortSignal): Promise<void> {
  const running = await db().bulkDecision.findMany({
    where: { state: "running" },
    orderBy: { createdAt: "asc" },
    select: { id: true, moderatorId: true },
  });
  for (const { id, moderatorId } of running) {
    if (stopping?.aborted) return;
    const run = await runBulk(moderatorId, id, forMs);
    if ("refused" in run) await stopBulk(moderatorId, id);
  }
}
