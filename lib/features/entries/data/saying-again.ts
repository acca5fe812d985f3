import { setImmediate as nextTurn } from "node:timers/promises";
import { findTraces } from "@/lib/domain/said-again";
import type { DatabaseClient } from "@/lib/server/db";
import { typedTexts } from "../view/personal-data";

/** What is rejected or cannot be verified may be taken up again; of these nothing comes any more. */
const ENDED = ["published", "withdrawn"] as const;
/** Others have their turn after so many, which take some milliseconds. */
const rowsAtOnce = 200;
/** The longest transaction that writes proposals takes a minute; as long again for clocks that differ. */
const LONGEST_WRITE_MS = 120_000;

/** What was found, and what need not be read once more. */
export type SayingAgain = {
  ids: readonly string[];
  /** What was written from here on may have been committed after its place was read: ids and times are those of a beginning. */
  from: Date;
  /** The version of each proposal that was read, as far as it was written since. */
  read: ReadonlyMap<string, number>;
};

type Asked = { waveId: string; traces: readonly string[] };

/**
 * The proposals of a wave that say words with these traces and may still be published; after an earlier look, with what was
 * proposed or changed since, of which alone anything is read.
 */
export async function findSayingAgain(
  client: DatabaseClient,
  { waveId, traces }: Asked,
  before?: SayingAgain,
): Promise<SayingAgain> {
  const from = before?.from ?? new Date(Date.now() - LONGEST_WRITE_MS);
  const ids = new Set(before?.ids);
  const read = new Map(before?.read);
  const find = findTraces(traces);
  let last: string | undefined;
  while (traces.length > 0) {
    const rows = await client.entry.findMany({
      where: {
        ...{ waveId, state: { notIn: [...ENDED] } },
        ...(before === undefined ? {} : { updatedAt: { gte: from } }),
        ...(last === undefined ? {} : { id: { gt: last } }),
      },
      select: { id: true, version: true, updatedAt: true, payload: true },
      orderBy: { id: "asc" },
      take: rowsAtOnce,
    });
    last = rows.at(-1)?.id;
    for (const { id, version, updatedAt, payload } of rows) {
      if (read.get(id) === version) continue;
      if (updatedAt >= from) read.set(id, version);
      if (typedTexts(payload).some((text) => find(text) !== null)) ids.add(id);
    }
    if (rows.length < rowsAtOnce) break;
    await nextTurn();
  }
  return { ids: [...ids], from, read };
}
