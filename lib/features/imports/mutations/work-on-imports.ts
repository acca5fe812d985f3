import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { isDatabaseDown } from "@/lib/server/database-down";
import { db } from "@/lib/server/db";
import { errorFields, log } from "@/lib/server/logger";
import { readAnyBatch } from "../data";
import { readReading } from "../data/reading";
import { rememberingClient } from "../data/remembering-client";
import { isWorking } from "../schema/import-states";
import type { BatchRow } from "../view/rows";
import { checkRows } from "./check-rows";
import { countFailure } from "./count-failure";
import { forgetOldFile } from "./forget-files";
import { sendRows } from "./send-rows";
import { withdrawRows } from "./withdraw-rows";
import type { Bench } from "./work-bench";

/** Somebody waits for the page of a file that was just sent: half a second is nothing to the database. */
const PAUSE_MS = 500;
const PAUSE_AFTER_FAILURE_MS = 2000;
/** What the record has to offer to the rows of a file is read again this often. */
const BENCH_LIFE_MS = 30_000;
const MOST_BENCHES = 3;
/** How often old files are looked for. */
const FORGET_MS = 3_600_000;

export type ImportWork = { stop(): Promise<void> };

/**
 * Works on the files of proposals that wait for it, some rows at a time and by turns, until it is stopped. Where a file
 * stands is in the database: after a restart it goes on, and of several servers one works on a file, for as long as it
 * renews its lease.
 */
export function workOnImports(): ImportWork {
  const worker = randomUUID();
  const stopping = new AbortController();
  const work = (async () => {
    const benches = new LRUCache<string, Bench>({ max: MOST_BENCHES, ttl: BENCH_LIFE_MS });
    const forgets = forgettingNowAndThen();
    while (!stopping.signal.aborted) {
      const pause = await takeTurn(worker, benches, forgets).catch((problem: unknown) => {
        if (!isDatabaseDown(problem)) log("error", { event: "import-failed", ...errorFields(problem) });
        return PAUSE_AFTER_FAILURE_MS;
      });
      if (pause > 0) await wait(pause, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

/** Some rows of the file that waited longest; how long to pause before the next. */
async function takeTurn(
  worker: string,
  benches: LRUCache<string, Bench>,
  forgets: () => Promise<boolean>,
): Promise<number> {
  const id = await claim(worker);
  if (id === null) return (await forgets()) ? 0 : PAUSE_MS;
  try {
    await workOnce(id, worker, benches);
    return 0;
  } catch (problem) {
    if (!isDatabaseDown(problem)) await countFailure(id, worker);
    throw problem;
  }
}

/** While nobody waits for a file: old ones, until there is none, and then again in an hour. */
function forgettingNowAndThen(): () => Promise<boolean> {
  let next = 0;
  return async () => {
    if (Date.now() < next) return false;
    const isThereMore = await forgetOldFile();
    if (!isThereMore) next = Date.now() + FORGET_MS;
    return isThereMore;
  };
}

/** The file that waited longest, which then waits behind all others, so that none is in the way of the next. */
async function claim(worker: string): Promise<string | null> {
  const [found] = await db().$queryRaw<{ id: string }[]>`
    UPDATE import_batches SET worker = ${worker}::uuid, lease_until = now() + interval '30 seconds', updated_at = clock_timestamp()
    WHERE id = (
      SELECT id FROM import_batches
      WHERE state IN ('checking', 'sending', 'withdrawing')
        AND (worker IS NULL OR worker = ${worker}::uuid OR lease_until < now())
      ORDER BY updated_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  return found?.id ?? null;
}

async function workOnce(id: string, worker: string, benches: LRUCache<string, Bench>): Promise<void> {
  const batch = await readAnyBatch(id, db());
  if (!isWorking(batch.state)) return;
  if (batch.state === "withdrawing") return withdrawRows(batch, worker);
  const key = `${id} ${JSON.stringify(batch.mapping)}`;
  const bench = benches.get(key) ?? (await makeBench(batch));
  benches.set(key, bench, { noUpdateTTL: true });
  await (batch.state === "checking" ? checkRows : sendRows)({ batch, worker, bench });
}

async function makeBench(batch: BatchRow): Promise<Bench> {
  const reading = await readReading(batch);
  if (reading === null) throw new Error("A file is looked at before its columns are known.");
  return { client: rememberingClient(db()), reading: { ...reading, width: batch.header.length } };
}
