import type { DatabaseClient } from "@/lib/server/db";
import { addressKey } from "../schema/source";

/** Of the ids given, those that are published sources of the wave. */
export async function findSources(
  client: DatabaseClient,
  waveId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await client.source.findMany({
    where: { id: { in: [...ids] }, record: { waveId, state: "published" } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** The recorded source with this address in any of its spellings, so that one page is never recorded twice. */
export async function findSourceAt(client: DatabaseClient, waveId: string, url: string): Promise<string | null> {
  const key = addressKey(url);
  const host = key.split("/")[0] ?? key;
  const rows = await client.source.findMany({
    where: { url: { contains: host }, record: { waveId, state: "published" } },
    select: { id: true, url: true },
    orderBy: { record: { number: "asc" } },
  });
  return rows.find((row) => row.url !== null && addressKey(row.url) === key)?.id ?? null;
}
