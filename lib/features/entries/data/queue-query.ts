import { Prisma } from "@/lib/generated/prisma/client";
import { handleKey } from "@/lib/shared/handle";
import type { QueueFilter } from "../schema/queue-filter";

/** Written out, not handed over as a value: only so does the index of what waits serve it. */
const WAITING = Prisma.sql`e.state IN ('submitted', 'approved_once')`;

/** The entries a filter lets through, as conditions on `entries e`. A draft is its author's alone and never among them. */
export function queueConditions(filter: QueueFilter): Prisma.Sql {
  const { state } = filter;
  const all = [state === "waiting" ? WAITING : Prisma.sql`e.state::text = ${state} AND e.submitted_at IS NOT NULL`];
  // Half of what waits is still read from what waits.
  if (state === "submitted" || state === "approved_once") all.push(WAITING);
  return Prisma.join([...all, selectionConditions(filter)], " AND ");
}

/** The same without their state: what else is looked for. */
export function selectionConditions({ wave, region, impact, days, batch, kind, author }: QueueFilter): Prisma.Sql {
  const all = [Prisma.sql`TRUE`];
  if (kind === "correction" || kind === "retraction") all.push(Prisma.sql`e.kind::text = ${kind}`);
  else if (kind !== null) all.push(Prisma.sql`e.kind = 'new_record' AND e.record_kind::text = ${kind}`);
  if (wave !== null) all.push(Prisma.sql`e.wave_id = ${wave}`);
  if (region !== null) all.push(Prisma.sql`e.region_id = ${region}`);
  if (impact !== null) all.push(Prisma.sql`e.approvals_required = ${impact === "high" ? 2 : 1}`);
  if (days !== null) all.push(Prisma.sql`e.submitted_at <= now() - make_interval(days => ${days}::int)`);
  if (batch !== null) all.push(Prisma.sql`e.batch_id = ${batch}::uuid`);
  if (author !== null)
    all.push(Prisma.sql`e.author_id = (SELECT id FROM users WHERE handle_key = ${handleKey(author)})`);
  return Prisma.join(all, " AND ");
}

/**
 * The ids of the entries that match, in the order of `takeTurns`. No entry of a later turn than `reach` can be among the
 * first `reach` of the order, so that of each author no more are read than that: by one look at the index each, since
 * numbering all that waits took a third of a second for a hundred thousand.
 */
export function inTurns(where: Prisma.Sql, reach: number): Prisma.Sql {
  return Prisma.sql`
    SELECT w.id, w.turn, w.submitted_at, a.author_id FROM (${WAITING_AUTHORS}) a CROSS JOIN LATERAL (
      SELECT e.id, e.submitted_at, row_number() OVER (ORDER BY e.submitted_at, e.id) AS turn
      FROM entries e WHERE e.author_id = a.author_id AND ${where}
      ORDER BY e.submitted_at, e.id LIMIT ${reach}::bigint
    ) w ORDER BY w.turn, w.submitted_at, w.id`;
}

/** Whoever has something waiting, each found by a step in the index from the one before. */
const WAITING_AUTHORS = Prisma.sql`
  WITH RECURSIVE authors AS (
    (SELECT e.author_id FROM entries e WHERE ${WAITING} ORDER BY e.author_id LIMIT 1)
    UNION ALL
    SELECT (SELECT e.author_id FROM entries e WHERE ${WAITING} AND e.author_id > one.author_id
      ORDER BY e.author_id LIMIT 1) FROM authors one WHERE one.author_id IS NOT NULL
  ) SELECT author_id FROM authors WHERE author_id IS NOT NULL`;
