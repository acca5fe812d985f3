import { HOLD_MINUTES } from "@/lib/domain/hold";
import type { Epoch } from "@/lib/domain/moment";
import { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import { isWaitingState, type QueueFilter } from "../schema/queue-filter";
import type { AuthorRecord, Neighbours, QueueEntryRow } from "../view/rows";
import { approverColumns, countsAsApproval } from "./approver";
import { inTurns, queueConditions } from "./queue-query";
import { readPutBack } from "./taken-down";

export const ENTRIES_PER_PAGE = 50;

export type QueuePageRows = {
  rows: QueueEntryRow[];
  /** How many match. */
  total: number;
  /** Since when the longest waiting of them has been there. */
  oldest: Epoch | null;
  page: number;
  pages: number;
};

/** One page of what matches: what waits takes turns, what was decided comes latest first. A page past the last is the last. */
export async function readQueuePage(filter: QueueFilter, wanted: number): Promise<QueuePageRows> {
  const where = queueConditions(filter);
  const { total, oldest } = await count(where);
  const pages = Math.max(1, Math.ceil(total / ENTRIES_PER_PAGE));
  const page = Math.min(wanted, pages);
  const before = (page - 1) * ENTRIES_PER_PAGE;
  const order = isWaitingState(filter)
    ? inTurns(where, before + ENTRIES_PER_PAGE)
    : Prisma.sql`SELECT e.id FROM entries e WHERE ${where} ORDER BY e.submitted_at DESC, e.id DESC`;
  const ids = await db().$queryRaw<{ id: string }[]>`
    SELECT o.id::text FROM (${order} LIMIT ${ENTRIES_PER_PAGE}::int OFFSET ${before}::int) o`;
  return { rows: await readInOrder(ids.map(({ id }) => id)), total, oldest, page, pages };
}

/** How much waits for moderators, and since when the longest waiting does. */
export function countWaiting(): Promise<{ total: number; oldest: Epoch | null }> {
  return count(Prisma.sql`e.state IN ('submitted', 'approved_once')`);
}

async function count(where: Prisma.Sql): Promise<{ total: number; oldest: Epoch | null }> {
  const [row] = await db().$queryRaw<{ total: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS total, min(e.submitted_at) AS oldest FROM entries e WHERE ${where}`;
  return { total: row?.total ?? 0, oldest: row?.oldest?.getTime() ?? null };
}

const queueSelect = {
  ...{
    id: true,
    waveId: true,
    kind: true,
    recordKind: true,
    state: true,
    version: true,
    approvalsRequired: true,
    authorId: true,
  },
  ...{ recordId: true, payload: true, createdAt: true, updatedAt: true, submittedAt: true },
  author: { select: { id: true, handle: true, invitedById: true } },
  decisions: {
    select: {
      ...{ id: true, entryVersion: true, verb: true, reason: true, standing: true, createdAt: true, moderatorId: true },
      moderator: { select: approverColumns },
    },
    orderBy: { id: "asc" },
  },
  hold: { select: { moderatorId: true, heldAt: true, moderator: { select: { handle: true } } } },
} as const;

/** The entries of these ids as a list shows them, in the order of the ids. */
export async function readInOrder(ids: readonly string[]): Promise<QueueEntryRow[]> {
  const rows = await db().entry.findMany({ where: { id: { in: [...ids] } }, select: queueSelect });
  const putBack = await readPutBack(db(), rows);
  const authors = await readAuthorRecords([...new Set(rows.map(({ authorId }) => authorId))]);
  const byId = new Map(
    rows.map(({ author, hold, decisions, ...row }): [string, QueueEntryRow] => [
      row.id,
      {
        ...row,
        putBack: putBack.get(row.id) ?? [],
        createdAt: row.createdAt.getTime(),
        updatedAt: row.updatedAt.getTime(),
        submittedAt: row.submittedAt?.getTime() ?? null,
        authorHandle: author.handle,
        authorRecord: authors.get(row.authorId) ?? { published: 0, rejected: 0 },
        decisions: decisions.map(({ createdAt, moderator, ...decision }) => ({
          ...decision,
          ...{ at: createdAt.getTime(), counts: countsAsApproval(moderator, author, createdAt) },
        })),
        hold: hold && {
          ...{ moderatorId: hold.moderatorId, handle: hold.moderator.handle },
          heldAt: hold.heldAt.getTime(),
        },
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many entries of each author were published, and how many rejected or found not verifiable. */
async function readAuthorRecords(authorIds: string[]): Promise<Map<string, AuthorRecord>> {
  const rows = await db().entry.groupBy({
    by: ["authorId", "state"],
    where: { authorId: { in: authorIds }, state: { in: ["published", "rejected", "unverifiable"] } },
    _count: true,
  });
  const records = new Map<string, AuthorRecord>();
  for (const { authorId, state, _count } of rows) {
    const { published, rejected } = records.get(authorId) ?? { published: 0, rejected: 0 };
    const isPublished = state === "published";
    records.set(authorId, {
      published: published + (isPublished ? _count : 0),
      rejected: rejected + (isPublished ? 0 : _count),
    });
  }
  return records;
}

export type QueueChoices = { waves: string[]; regions: string[]; batches: { id: string; fileName: string }[] };

/** What there is to choose from among what waits: waves, regions and files of proposals, each once. */
export async function readQueueChoices(): Promise<QueueChoices> {
  const rows = await db().$queryRaw<{ wave: string; region: string | null; batch: string | null }[]>`
    SELECT wave, region, batch::text FROM (
      SELECT DISTINCT e.wave_id AS wave, e.region_id AS region, e.batch_id AS batch
      FROM entries e WHERE e.state IN ('submitted', 'approved_once')) once`;
  const once = (values: (string | null)[]) => [...new Set(values)].filter((value) => value !== null);
  const batches = await db().importBatch.findMany({
    where: { id: { in: once(rows.map(({ batch }) => batch)) } },
    orderBy: { id: "asc" },
    select: { id: true, fileName: true },
  });
  return { waves: once(rows.map(({ wave }) => wave)), regions: once(rows.map(({ region }) => region)), batches };
}

/** So many turns are looked through first; only whoever can do nothing in them looks through all. */
const TURNS_AHEAD = 50;

/**
 * Where this moderator goes from the entry at hand: through what waits, in turn, that they may approve and have not yet,
 * and that nobody else is at.
 */
export async function readNeighbours(moderatorId: string, currentId: string): Promise<Neighbours> {
  const [own] = await db().$queryRaw<{ turn: number }[]>`
    SELECT count(*)::int AS turn FROM entries e JOIN entries at ON at.author_id = e.author_id
    WHERE at.id = ${currentId}::uuid AND e.state IN ('submitted', 'approved_once')
      AND (e.submitted_at, e.id) <= (at.submitted_at, at.id)`;
  const near = await findNeighbours({ moderatorId, currentId }, Math.max(TURNS_AHEAD, (own?.turn ?? 0) + 1));
  return near.first === null ? findNeighbours({ moderatorId, currentId }, Number.MAX_SAFE_INTEGER) : near;
}

type At = { moderatorId: string; currentId: string };

async function findNeighbours({ moderatorId, currentId }: At, reach: number): Promise<Neighbours> {
  const open = Prisma.sql`e.state IN ('submitted', 'approved_once') AND (e.id = ${currentId}::uuid
    OR e.author_id <> ${moderatorId}::uuid AND e.author_id NOT IN (
      SELECT u.id FROM users u JOIN users me ON u.invited_by_id = me.id OR me.invited_by_id = u.id
      WHERE me.id = ${moderatorId}::uuid))`;
  const [found] = await db().$queryRaw<Neighbours[]>`
    WITH mine AS (
      SELECT o.id, o.turn, o.submitted_at FROM (${inTurns(open, reach)}) o
      WHERE o.id = ${currentId}::uuid OR o.id NOT IN (${approvedBy(moderatorId)}) AND o.id NOT IN (
        SELECT h.entry_id FROM entry_holds h WHERE h.moderator_id <> ${moderatorId}::uuid
          AND h.held_at > now() - make_interval(mins => ${HOLD_MINUTES}::int))
    ), placed AS (
      SELECT id, turn, submitted_at, lag(id) OVER w AS before, lead(id) OVER w AS after
      FROM mine WINDOW w AS (ORDER BY turn, submitted_at, id)
    )
    SELECT at.before::text, at.after::text, (
      SELECT id::text FROM mine WHERE id <> ${currentId}::uuid ORDER BY turn, submitted_at, id LIMIT 1) AS first
    FROM (SELECT 1) one LEFT JOIN placed at ON at.id = ${currentId}::uuid`;
  return found ?? { first: null, before: null, after: null };
}

/** What waits for a second approval and has this moderator's already. */
function approvedBy(moderatorId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id FROM entries e JOIN decisions d ON d.entry_id = e.id AND d.entry_version = e.version
    WHERE e.state = 'approved_once' AND d.verb = 'approve' AND d.moderator_id = ${moderatorId}::uuid
      AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = e.id AND r.verb <> 'approve'), 0)`;
}
