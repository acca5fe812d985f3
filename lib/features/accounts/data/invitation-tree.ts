import { db } from "@/lib/server/db";
import type { TreeRow } from "../view/invitation-tree";

/**
 * Everybody who ever had an account, those who came first before the others. Notes are for whoever made the invitation,
 * and for administrators: `notesOf` is whose, null for everybody's.
 */
export async function readTreeRows(notesOf: string | null): Promise<TreeRow[]> {
  const rows = await db().user.findMany({
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, handle: true, role: true, state: true, deletedAt: true, invitedById: true, createdAt: true },
      usedInvitation: { select: { note: true, createdById: true } },
    },
  });
  const changed = await readRoleChanges();
  return rows.map(({ deletedAt, state, createdAt, usedInvitation, ...row }) => ({
    ...row,
    state: deletedAt === null ? state : "deleted",
    joinedAt: createdAt,
    roleSince: changed.get(row.id) ?? null,
    note: notesOf === null || usedInvitation?.createdById === notesOf ? (usedInvitation?.note ?? null) : null,
  }));
}

/** The last time each account was given another role, as the log says it. */
async function readRoleChanges(): Promise<Map<string, Date>> {
  const rows = await db().auditEvent.groupBy({
    by: ["objectId"],
    where: { verb: "account.set_role" },
    _max: { at: true },
  });
  return new Map(rows.flatMap(({ objectId, _max }) => (_max.at === null ? [] : [[objectId, _max.at]])));
}
