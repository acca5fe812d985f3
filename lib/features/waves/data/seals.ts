import type { Seal } from "@/lib/domain/seal";
import type { DatabaseClient } from "@/lib/server/db";

/**
 * The seal of the last publication of each day (UTC) of a wave, the newest last. One a day is enough to notice a log
 * that was written anew, and stays short however much is published.
 */
export async function readSeals(client: DatabaseClient, waveId: string): Promise<Seal[]> {
  const rows = await client.$queryRaw<{ seq: number; hash: string; at: Date }[]>`
    SELECT seq, hash, at FROM (
      SELECT DISTINCT ON (date_trunc('day', at AT TIME ZONE 'UTC')) seq, hash, at
      FROM seals JOIN publications USING (version) WHERE wave_id = ${waveId}
      ORDER BY date_trunc('day', at AT TIME ZONE 'UTC'), seq DESC
    ) AS days ORDER BY seq`;
  return rows.map(({ at, ...seal }) => ({ ...seal, at: at.getTime() }));
}
