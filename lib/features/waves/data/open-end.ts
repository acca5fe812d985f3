import type { DatabaseClient } from "@/lib/server/db";
import { localDate } from "@/lib/shared/format/day";
import { toDay } from "./moments";

type Days = { id: string; firstDay: Date; lastDay: Date | null; timeZone: string };

/**
 * The days that pages draw. Of a wave that goes on they reach to the last day that anything published speaks of, so that
 * no page grows by waiting, and a wave of years ago of which nobody said that it ended does not reach to today.
 */
export async function readDays(
  client: DatabaseClient,
  { id, firstDay, lastDay, timeZone }: Days,
): Promise<{ firstDay: string; lastDay: string; openEnd: boolean }> {
  const first = toDay(firstDay);
  if (lastDay !== null) return { firstDay: first, lastDay: toDay(lastDay), openEnd: false };
  const spoken = await readLatest(client, id);
  const latest = spoken === null ? first : localDate(Math.min(spoken.getTime(), Date.now()), timeZone);
  return { firstDay: first, lastDay: [first, latest].toSorted().at(-1) ?? first, openEnd: true };
}

/** Nothing dated only to a week or more: its last instant is no day that anybody spoke of. */
async function readLatest(client: DatabaseClient, waveId: string): Promise<Date | null> {
  const [row] = await client.$queryRaw<{ latest: Date | null }[]>`
    WITH own AS (SELECT id FROM records WHERE wave_id = ${waveId} AND state = 'published')
    SELECT greatest(
      (SELECT max(greatest(start_latest, end_latest, last_known_at)) FROM own JOIN actions USING (id)
        WHERE start_precision NOT IN ('week', 'month', 'none')
          AND coalesce(end_precision NOT IN ('week', 'month', 'none'), true)),
      (SELECT max(as_of_latest) FROM own JOIN figures USING (id) WHERE as_of_precision NOT IN ('week', 'month', 'none')),
      (SELECT max(start_latest) FROM own JOIN events USING (id) WHERE start_precision NOT IN ('week', 'month', 'none'))
    ) AS latest`;
  return row?.latest ?? null;
}
