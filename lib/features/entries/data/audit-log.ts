import { db } from "@/lib/server/db";
import type { AuditPage } from "../view/rows";

const rowsPerPage = 50;

/** The log, newest first. Accounts are never deleted, so that an id without a handle is one that never was an account. */
export async function readAuditPage(wanted: number): Promise<AuditPage> {
  const total = await db().auditEvent.count();
  const pages = Math.max(1, Math.ceil(total / rowsPerPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const lines = await db().auditEvent.findMany({
    orderBy: { seq: "desc" },
    skip: (page - 1) * rowsPerPage,
    take: rowsPerPage,
  });
  const actorIds = [...new Set(lines.map(({ actorId }) => actorId).filter((id) => id !== null))];
  const actors = await db().user.findMany({ where: { id: { in: actorIds } }, select: { id: true, handle: true } });
  const handles = new Map(actors.map(({ id, handle }) => [id, handle]));
  const rows = lines.map(({ seq, at, actorId, verb, objectType, objectId, hash }) => ({
    ...{ seq, verb, objectType, objectId, hash },
    at: at.getTime(),
    actorHandle: actorId === null ? null : (handles.get(actorId) ?? null),
  }));
  return { rows, page, pages, total };
}
