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
    SELECT max(latest) AS latest FROM (
      SELECT greatest(start_latest, end_latest, last_known_at) AS latest, id FROM actions
      WHERE start_precision NOT IN ('week', 'month', 'none') AND coalesce(end_precision NOT IN ('week', 'month', 'none'), true)
      UNION ALL SELECT as_of_latest, id FROM figures WHERE as_of_precision NOT IN ('week', 'month', 'none')
      UNION ALL SELECT start_latest, id FROM events WHERE start_precision NOT IN ('week', 'month', 'none')
    ) AS spoken JOIN records ON records.id = spoken.id
    WHERE records.wave_id = ${waveId} AND records.state = 'published'`;
  return row?.latest ?? null;
}
