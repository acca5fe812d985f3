import { setImmediate as nextTurn } from "node:timers/promises";
import { findTraces } from "@/lib/domain/said-again";
import type { DatabaseClient } from "@/lib/server/db";
import { typedTexts } from "../view/personal-data";

/** What is rejected or cannot be verified may be taken up again; of these nothing comes any more. */
const ENDED = ["published", "withdrawn"] as const;
/** Others have their turn after so many, which take some milliseconds. */
const rowsAtOnce = 200;

type Asked = { waveId: string; traces: readonly string[]; after?: string | undefined };

/**
 * The proposals of a wave that say words with these traces and may still be published, and the last one that was read: ids
 * grow, so that what came since is what follows it.
 */
export async function findSayingAgain(
  client: DatabaseClient,
  { waveId, traces, after }: Asked,
): Promise<{ ids: string[]; last: string | undefined }> {
  if (traces.length === 0) return { ids: [], last: after };
  const find = findTraces(traces);
  const ids: string[] = [];
  let last = after;
  for (;;) {
    const rows = await client.entry.findMany({
      where: { waveId, state: { notIn: [...ENDED] }, ...(last === undefined ? {} : { id: { gt: last } }) },
      select: { id: true, payload: true },
      orderBy: { id: "asc" },
      take: rowsAtOnce,
    });
    last = rows.at(-1)?.id ?? last;
    ids.push(...rows.flatMap(({ id, payload }) => (typedTexts(payload).some((text) => find(text) !== null) ? id : [])));
    if (rows.length < rowsAtOnce) return { ids, last };
    await nextTurn();
  }
}
