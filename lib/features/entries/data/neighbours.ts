import { HOLD_MINUTES } from "@/lib/domain/hold";
import { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import { isWaitingState, type QueueFilter } from "../schema/queue-filter";
import type { Neighbours } from "../view/rows";
import { inTurns, queueConditions, selectionConditions } from "./queue-query";

/** So many turns are looked through first; only whoever finds nothing to go on to in them looks through all. */
const TURNS_AHEAD = 50;
/** What this moderator decided a short while ago keeps its turn, so that the others of its author do not move up past them. */
const KEPT = { hours: 12, entries: 100 } as const;

/**
 * Where this moderator goes from the entry at hand, which may be decided by now: through what waits within the
 * selection, in turn, that they may approve and have not yet, and that nobody else is at. What waits no longer is gone
 * through as it is listed.
 */
export async function readNeighbours(moderatorId: string, currentId: string, filter: QueueFilter): Promise<Neighbours> {
  if (!isWaitingState(filter)) return readListed(currentId, filter);
  const asked = { moderatorId, currentId, filter };
  const turn = await readTurn(asked);
  const near = await findNeighbours(asked, turn, turn + TURNS_AHEAD);
  if (near.first !== null && near.after !== null) return near;
  return findNeighbours(asked, turn, Number.MAX_SAFE_INTEGER);
}

type Asked = { moderatorId: string; currentId: string; filter: QueueFilter };

/** The turn the entry at hand has, or would have if it still waited. */
async function readTurn({ moderatorId, currentId, filter }: Asked): Promise<number> {
  const [own] = await db().$queryRaw<{ turn: number }[]>`
    SELECT (SELECT count(*) FROM entries e WHERE e.author_id = at.author_id AND ${queueConditions(filter)}
        AND (e.submitted_at, e.id) < (at.submitted_at, at.id))::int
      + (SELECT count(*) FROM (${decidedLately(moderatorId, filter)}) l WHERE l.author_id = at.author_id
        AND (l.submitted_at, l.id) < (at.submitted_at, at.id))::int + 1 AS turn
    FROM entries at WHERE at.id = ${currentId}::uuid`;
  return own?.turn ?? 1;
}

async function findNeighbours(asked: Asked, turn: number, reach: number): Promise<Neighbours> {
  const { moderatorId, currentId, filter } = asked;
  const open = Prisma.sql`${queueConditions(filter)} AND e.author_id <> ${moderatorId}::uuid AND e.author_id NOT IN (
    SELECT u.id FROM users u JOIN users me ON u.invited_by_id = me.id OR me.invited_by_id = u.id
    WHERE me.id = ${moderatorId}::uuid)`;
  const [found] = await db().$queryRaw<Neighbours[]>`
    WITH lately AS MATERIALIZED (${decidedLately(moderatorId, filter)}), mine AS MATERIALIZED (
      SELECT o.id, o.submitted_at, o.turn + (SELECT count(*) FROM lately l WHERE l.author_id = o.author_id
        AND (l.submitted_at, l.id) < (o.submitted_at, o.id)) AS turn
      FROM (${inTurns(open, reach)}) o
      WHERE o.id <> ${currentId}::uuid AND o.id NOT IN (${approvedBy(moderatorId)}) AND o.id NOT IN (
        SELECT h.entry_id FROM entry_holds h WHERE h.moderator_id <> ${moderatorId}::uuid
          AND h.held_at > now() - make_interval(mins => ${HOLD_MINUTES}::int))
    ), at AS (SELECT ${turn}::bigint AS turn, submitted_at, id FROM entries WHERE id = ${currentId}::uuid)
    SELECT (SELECT m.id::text FROM mine m, at WHERE (m.turn, m.submitted_at, m.id) < (at.turn, at.submitted_at, at.id)
        ORDER BY m.turn DESC, m.submitted_at DESC, m.id DESC LIMIT 1) AS before,
      (SELECT m.id::text FROM mine m, at WHERE (m.turn, m.submitted_at, m.id) > (at.turn, at.submitted_at, at.id)
        ORDER BY m.turn, m.submitted_at, m.id LIMIT 1) AS after,
      (SELECT id::text FROM mine ORDER BY turn, submitted_at, id LIMIT 1) AS first`;
  return found ?? { first: null, before: null, after: null };
}

/** Entries of the selection that this moderator decided a short while ago and that wait no longer. */
function decidedLately(moderatorId: string, filter: QueueFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT e.id, e.author_id, e.submitted_at FROM (
      SELECT d.entry_id FROM decisions d WHERE d.moderator_id = ${moderatorId}::uuid
        AND d.created_at > now() - make_interval(hours => ${KEPT.hours}::int)
      ORDER BY d.created_at DESC LIMIT ${KEPT.entries}::int) late
    JOIN entries e ON e.id = late.entry_id
    WHERE NOT (${queueConditions(filter)}) AND ${selectionConditions(filter)}`;
}

/** What waits for a second approval and has this moderator's already. */
function approvedBy(moderatorId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id FROM entries e JOIN decisions d ON d.entry_id = e.id AND d.entry_version = e.version
    WHERE e.state = 'approved_once' AND d.verb = 'approve' AND d.moderator_id = ${moderatorId}::uuid
      AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = e.id AND r.verb <> 'approve'), 0)`;
}

/** The same among what was decided, sent last first. */
async function readListed(currentId: string, filter: QueueFilter): Promise<Neighbours> {
  const where = Prisma.sql`${queueConditions(filter)} AND e.id <> ${currentId}::uuid`;
  const at = Prisma.sql`(SELECT submitted_at, id FROM entries WHERE id = ${currentId}::uuid)`;
  const [found] = await db().$queryRaw<Neighbours[]>`
    SELECT (SELECT e.id::text FROM entries e WHERE ${where} AND (e.submitted_at, e.id) > ${at}
        ORDER BY e.submitted_at, e.id LIMIT 1) AS before,
      (SELECT e.id::text FROM entries e WHERE ${where} AND (e.submitted_at, e.id) < ${at}
        ORDER BY e.submitted_at DESC, e.id DESC LIMIT 1) AS after,
      (SELECT e.id::text FROM entries e WHERE ${where}
        ORDER BY e.submitted_at DESC, e.id DESC LIMIT 1) AS first`;
  return found ?? { first: null, before: null, after: null };
}
