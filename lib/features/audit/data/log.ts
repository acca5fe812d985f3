import type { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import { handleKey } from "@/lib/shared/handle";
import type { LogFilter } from "../schema";
import type { AuditPage } from "../view";
import { readLogObjects } from "./log-objects";

const rowsPerPage = 50;
/** Of one record, the latest of them. */
const MOST_ENTRIES = 1000;
const DAY_MS = 86_400_000;
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The log, newest first, as far as the filter leaves it; days are those of UTC, as the log itself. */
export async function readAuditPage(filter: LogFilter): Promise<AuditPage> {
  const where = await whereOf(filter);
  const all = await db().auditEvent.count();
  const total = await db().auditEvent.count({ where });
  const pages = Math.max(1, Math.ceil(total / rowsPerPage));
  const page = Math.min(filter.page, pages);
  const lines = await db().auditEvent.findMany({
    ...{ where, orderBy: { seq: "desc" } },
    ...{ skip: (page - 1) * rowsPerPage, take: rowsPerPage },
  });
  const actorIds = [...new Set(lines.map(({ actorId }) => actorId).filter((id) => id !== null))];
  const actors = await db().user.findMany({ where: { id: { in: actorIds } }, select: { id: true, handle: true } });
  const handles = new Map(actors.map(({ id, handle }) => [id, handle]));
  const objects = await readLogObjects(lines);
  const rows = lines.map(({ seq, at, actorId, verb, objectType, objectId, hash }) => ({
    ...{ seq, verb, objectType, objectId, hash },
    object: objects.get(`${objectType} ${objectId}`) ?? null,
    at: at.getTime(),
    isSystem: actorId === null,
    actorHandle: actorId === null ? null : (handles.get(actorId) ?? null),
  }));
  return { rows, page, pages, total, all, verbs: await readVerbs() };
}

async function whereOf({ who, what, on, from, to }: LogFilter): Promise<Prisma.AuditEventWhereInput> {
  const at = { ...(from ? { gte: new Date(from) } : {}), ...(to ? { lt: new Date(Date.parse(to) + DAY_MS) } : {}) };
  return {
    ...(who === "" ? {} : { actorId: await actorIdOf(who) }),
    ...(what === "" ? {} : { verb: what.includes(".") ? what : { startsWith: `${what}.` } }),
    ...(on === "" ? {} : { objectId: { in: await idsOn(on) } }),
    ...(from || to ? { at } : {}),
  };
}

/** Of a record also what was done about its entries: those that it came of, and those that were to change it. */
async function idsOn(on: string): Promise<string[]> {
  const recordId = on.toUpperCase();
  const entries = await db().entry.findMany({
    where: { recordId, submittedAt: { not: null } },
    orderBy: { updatedAt: "desc" },
    take: MOST_ENTRIES,
    select: { id: true },
  });
  return [...new Set([on, recordId]), ...entries.map(({ id }) => id)];
}

/** `system` is nobody's name: handles may not be it. A handle that is nobody's finds no line. */
async function actorIdOf(who: string): Promise<string | null> {
  if (who === "system") return null;
  const user = await db().user.findUnique({ where: { handleKey: handleKey(who) }, select: { id: true } });
  return user?.id ?? NOBODY;
}

/** From one verb to the next by the index: the log is long and its verbs are few. */
async function readVerbs(): Promise<string[]> {
  const rows = await db().$queryRaw<{ verb: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT verb FROM audit_events ORDER BY verb LIMIT 1)
      UNION ALL
      SELECT (SELECT verb FROM audit_events WHERE verb > step.verb ORDER BY verb LIMIT 1) FROM step WHERE step.verb IS NOT NULL
    ) SELECT verb FROM step WHERE verb IS NOT NULL`;
  return rows.map(({ verb }) => verb);
}
