import type { Epoch } from "@/lib/domain/moment";
import { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import { isWaitingState, type QueueFilter } from "../schema/queue-filter";
import type { AuthorRecord, QueueEntryRow } from "../view/rows";
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
