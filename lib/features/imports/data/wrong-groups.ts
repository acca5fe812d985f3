import { db } from "@/lib/server/db";
import type { RowProblem } from "../schema/row-cells";
import type { WrongGroup } from "../view/wrong-groups";

/** Numbers of rows that are told of one group. */
const MOST_ROWS = 300;

type Told = { problem: RowProblem; cell: string; count: number; rows: number[]; all: number };

/** What is wrong with a file, the same of many rows once: the most frequent first, and how many different things there are. */
export async function readWrongGroups(
  batchId: string,
  atMost: number,
): Promise<{ groups: WrongGroup[]; different: number }> {
  const told = await db().$queryRaw<Told[]>`
    SELECT problem, coalesce(left(btrim(cells[(problem->>'column')::int + 1]), 200), '') AS cell,
      count(*)::int AS count, (array_agg(number ORDER BY number))[1:${MOST_ROWS}::int] AS rows,
      (count(*) OVER ())::int AS all
    FROM import_rows, jsonb_array_elements(problems) AS problem
    WHERE batch_id = ${batchId}::uuid AND outcome = 'wrong'
    GROUP BY problem, cell ORDER BY count DESC, min(number), problem LIMIT ${atMost}`;
  const firsts = told.flatMap(({ rows }) => rows.slice(0, 1));
  const found = await db().importRow.findMany({
    where: { batchId, number: { in: firsts } },
    select: { number: true, cells: true },
  });
  const cellsOf = new Map(found.map(({ number, cells }) => [number, cells]));
  const groups = told.map(({ all: _, ...group }) => ({ ...group, cells: cellsOf.get(group.rows[0] ?? 0) ?? [] }));
  return { groups, different: told[0]?.all ?? 0 };
}
