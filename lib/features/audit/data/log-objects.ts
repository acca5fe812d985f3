import type { Texts } from "@/lib/domain/wave-record";
import { db } from "@/lib/server/db";
import type { LogObject } from "../view";

type Line = { objectType: string; objectId: string };

/** What lines of the log are about, by kind and id, as far as it is still there and has a name or a page. */
export async function readLogObjects(lines: readonly Line[]): Promise<Map<string, LogObject>> {
  const idsOf = (type: string) => [
    ...new Set(lines.filter(({ objectType }) => objectType === type).map(({ objectId }) => objectId)),
  ];
  const found = await Promise.all([
    readAccounts(idsOf("account")),
    readEntries(idsOf("entry")),
    readMessagesOf(idsOf("entry_message")),
    readBatches(idsOf("import_batch")),
    readWaves(idsOf("wave")),
    readRecords(idsOf("record")),
    readBulks(idsOf("bulk_decision")),
  ]);
  return new Map(found.flat().map(([type, id, object]) => [`${type} ${id}`, object]));
}

type Named = [type: string, id: string, object: LogObject];

async function readAccounts(ids: string[]): Promise<Named[]> {
  const rows = await db().user.findMany({
    where: { id: { in: ids }, deletedAt: null },
    select: { id: true, handle: true },
  });
  return rows.map(({ id, handle }) => ["account", id, { name: handle, path: `/moderate/people#${id}` }]);
}

/** A draft is its author's alone: the log says that there is one, and leads nowhere. */
async function readEntries(ids: string[]): Promise<Named[]> {
  const rows = await db().entry.findMany({
    where: { id: { in: ids }, submittedAt: { not: null } },
    select: { id: true },
  });
  return rows.map(({ id }) => ["entry", id, entry(id)]);
}

async function readMessagesOf(ids: string[]): Promise<Named[]> {
  const rows = await db().entryMessage.findMany({
    where: { id: { in: ids.map(Number).filter(Number.isSafeInteger) }, entry: { submittedAt: { not: null } } },
    select: { id: true, entryId: true },
  });
  return rows.map(({ id, entryId }) => ["entry_message", String(id), entry(entryId)]);
}

function entry(entryId: string): LogObject {
  return { entryId, path: `/moderate/${entryId}` };
}

async function readBatches(ids: string[]): Promise<Named[]> {
  const rows = await db().importBatch.findMany({ where: { id: { in: ids } }, select: { id: true, fileName: true } });
  return rows.map(({ id, fileName }) => [
    "import_batch",
    id,
    { ...(fileName ? { name: fileName } : {}), path: `/moderate?batch=${id}` },
  ]);
}

/** A wave that is being prepared has no public page. */
async function readWaves(ids: string[]): Promise<Named[]> {
  const rows = await db().wave.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, names: true, state: true },
  });
  return rows.map(({ id, slug, names, state }) => [
    "wave",
    id,
    { name: names as Texts, ...(state === "draft" ? {} : { path: `/waves/${slug}` }) },
  ]);
}

/** Nor has a record of one: workforces are on record before their wave is public. */
async function readRecords(ids: string[]): Promise<Named[]> {
  const rows = await db().record.findMany({
    where: { id: { in: ids }, wave: { state: { not: "draft" } } },
    select: { id: true },
  });
  const open = new Set(rows.map(({ id }) => id));
  return ids.map((id) => ["record", id, { name: id, ...(open.has(id) ? { path: `/records/${id}` } : {}) }]);
}

/** One by which nothing was decided yet is its moderator's alone. */
async function readBulks(ids: string[]): Promise<Named[]> {
  const rows = await db().bulkDecision.findMany({
    where: { id: { in: ids }, state: { not: "prepared" } },
    select: { id: true },
  });
  return rows.map(({ id }) => ["bulk_decision", id, { path: `/moderate/bulk/${id}` }]);
}
