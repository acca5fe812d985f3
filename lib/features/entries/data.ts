import type { Epoch } from "@/lib/domain/moment";
import type { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import { type ApproverRow, approverColumns, countsAsApproval } from "./data/approver";
import { readPutBack } from "./data/taken-down";
import type { EntryRow, ModeratedEntryRow, OwnEntryRow, SignedDecisionRow, WaitingEntry } from "./view/rows";

const entryColumns = {
  id: true,
  waveId: true,
  kind: true,
  state: true,
  version: true,
  approvalsRequired: true,
  authorId: true,
  recordId: true,
  payload: true,
  createdAt: true,
  updatedAt: true,
  submittedAt: true,
} as const;
const decisionColumns = {
  ...{ id: true, entryVersion: true, verb: true, reason: true, standing: true, createdAt: true },
} as const;
const oldestFirst = { id: "asc" } as const;

type Dated = { createdAt: Date; updatedAt: Date; submittedAt: Date | null };

function withEpochs<T extends Dated>(
  row: T,
): Omit<T, keyof Dated> & { [K in "createdAt" | "updatedAt"]: Epoch } & {
  submittedAt: Epoch | null;
} {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    submittedAt: row.submittedAt?.getTime() ?? null,
  };
}

function withAt<T extends { createdAt: Date }>({ createdAt, ...row }: T): Omit<T, "createdAt"> & { at: Epoch } {
  return { ...row, at: createdAt.getTime() };
}

const ownSelect = {
  ...entryColumns,
  decisions: { select: decisionColumns, orderBy: oldestFirst },
  messages: { select: { writerId: true }, orderBy: { id: "desc" }, take: 1 },
} as const;

type OwnSelection = Prisma.EntryGetPayload<{ select: typeof ownSelect }>;

const OWN_PER_PAGE = 50;

export type OwnEntriesPage = { rows: OwnEntryRow[]; page: number; pages: number };

/** The entries of one author, last changed first, a page at a time; who decided is never read. */
export async function readOwnEntries(authorId: string, wanted: number): Promise<OwnEntriesPage> {
  const total = await db().entry.count({ where: { authorId } });
  const pages = Math.max(1, Math.ceil(total / OWN_PER_PAGE));
  const page = Math.min(wanted, pages);
  const rows = await db().entry.findMany({
    where: { authorId },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * OWN_PER_PAGE,
    take: OWN_PER_PAGE,
    select: ownSelect,
  });
  return { rows: rows.map(toOwn), page, pages };
}

/** Asked is who did not have the last word. */
function toOwn({ messages, ...row }: OwnSelection): OwnEntryRow {
  const isAsked = messages.some(({ writerId }) => writerId !== row.authorId);
  return { ...withEpochs(row), decisions: row.decisions.map(withAt), isAsked };
}

export async function readOwnEntry(authorId: string, id: string): Promise<OwnEntryRow | null> {
  const row = await db().entry.findFirst({ where: { id, authorId }, select: ownSelect });
  return row && toOwn(row);
}

const moderatedSelect = {
  ...entryColumns,
  author: { select: { id: true, handle: true, invitedById: true, deletedAt: true } },
  decisions: {
    select: {
      ...decisionColumns,
      ...{ reasonLanguage: true, moderatorId: true },
      moderator: { select: approverColumns },
    },
    orderBy: oldestFirst,
  },
  versions: { select: { version: true, payload: true, createdAt: true }, orderBy: { version: "asc" } },
} as const;

/** One entry that was ever submitted; a draft is its author's alone. */
export async function readModeratedEntry(id: string): Promise<ModeratedEntryRow | null> {
  const row = await db().entry.findFirst({
    where: { id, submittedAt: { not: null } },
    select: moderatedSelect,
  });
  return row && { ...toModerated(row), putBack: (await readPutBack(db(), [row])).get(id) ?? [] };
}

/** What else waits for moderators about a published record; never what it says, nor whose it is. */
export async function readOthersWaiting(recordId: string, entryId: string | null): Promise<WaitingEntry[]> {
  const rows = await db().entry.findMany({
    where: {
      ...{ recordId, kind: { not: "new_record" }, state: { in: ["submitted", "approved_once"] } },
      ...(entryId === null ? {} : { id: { not: entryId } }),
    },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, submittedAt: true },
  });
  return rows.flatMap(({ submittedAt, ...row }) =>
    submittedAt === null ? [] : [{ ...row, submittedAt: submittedAt.getTime() }],
  );
}

type ModeratedSelection = Dated &
  Omit<EntryRow, keyof Dated> & {
    author: { id: string; handle: string; invitedById: string | null; deletedAt: Date | null };
    decisions: (Omit<SignedDecisionRow, "at" | "moderatorHandle" | "counts"> & {
      createdAt: Date;
      moderator: ApproverRow;
    })[];
    versions: { version: number; payload: unknown; createdAt: Date }[];
  };

function toModerated({ author, decisions, versions, ...row }: ModeratedSelection): Omit<ModeratedEntryRow, "putBack"> {
  return {
    ...withEpochs(row),
    authorHandle: author.handle,
    authorInvitedById: author.invitedById,
    isAuthorGone: author.deletedAt !== null,
    decisions: decisions.map(({ moderator, ...decision }) => ({
      ...withAt(decision),
      moderatorHandle: moderator.handle,
      counts: countsAsApproval(moderator, author, decision.createdAt),
    })),
    versions: versions.map(withAt),
  };
}
