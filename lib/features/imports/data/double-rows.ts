import { db } from "@/lib/server/db";
import type { DoubleLine, DoubleRows } from "../view/double-rows";

const MOST_LINES = 30;
/** Numbers of rows in one line. */
const MOST_ROWS = 100;

type Told = Pick<DoubleLine, "rows" | "count" | "sameAs"> & {
  entryId: string | null;
  state: NonNullable<DoubleLine["entry"]>["state"] | null;
  all: number;
  repeated: number;
};

/** Which rows of a file say what is there already, and where it is. */
export async function readDoubleRows(batchId: string): Promise<DoubleRows> {
  const told = await db().$queryRaw<Told[]>`
    SELECT same_as AS "sameAs", entries.id::text AS "entryId", entries.state::text AS state, count(*)::int AS count,
      (array_agg(number ORDER BY number))[1:${MOST_ROWS}::int] AS rows,
      (sum(count(*)) OVER ())::int AS all, (sum(count(same_as)) OVER ())::int AS repeated
    FROM import_rows LEFT JOIN entries ON entries.id = entry_id
    WHERE import_rows.batch_id = ${batchId}::uuid AND outcome = 'double'
    GROUP BY same_as, entries.id ORDER BY min(number) LIMIT ${MOST_LINES}`;
  const lines = told.map(
    ({ rows, count, sameAs, entryId: id, state }): DoubleLine => ({
      ...{ rows, count, sameAs },
      entry: id === null || state === null ? null : { id, state },
    }),
  );
  const shown = lines.reduce((sum, { count }) => sum + count, 0);
  return { repeated: told[0]?.repeated ?? 0, lines, more: (told[0]?.all ?? 0) - shown };
}
