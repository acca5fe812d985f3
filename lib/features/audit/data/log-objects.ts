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
  ]);
  const records = idsOf("record").map((id): Named => ["record", id, { name: id, path: `/records/${id}` }]);
  const bulks = idsOf("bulk_decision").map((id): Named => ["bulk_decision", id, { path: `/moderate/bulk/${id}` }]);
  const all: Named[] = [...found.flat(), ...records, ...bulks];
  return new Map(all.map(([type, id, object]) => [`${type} ${id}`, object]));
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
