import { setImmediate as nextTurn } from "node:timers/promises";
import type { WaveRecord, WaveRow } from "@/lib/domain/wave-record";
import { readApprovals } from "@/lib/features/waves/data/approvals";
import type { WhichRecords } from "@/lib/features/waves/data/envelopes";
import { readHistories } from "@/lib/features/waves/data/revisions";
import type { DatabaseClient } from "@/lib/server/db";
import { log } from "@/lib/server/logger";
import { shelf } from "@/lib/server/published/shelf-in-use";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import type { ShelvedRecord } from "@/lib/server/published/shelved-row";
import { type Changed, summarise } from "./summarise";

const AT_ONCE = 2000;

/** A large wave as it was copied, with what is still to be worked out when the database has been read. */
export type Shelving = { base: WaveRecord; changed: Changed | null };

/**
 * Brings the shelf's copy of a large wave up to this publication. Only what was published since is read; all of the
 * wave where the shelf has none of it or the wave was loaded anew.
 */
export async function copyToShelf(client: DatabaseClient, writing: ShelfWriting, base: WaveRecord): Promise<Shelving> {
  const changed = await changedSince(client, base);
  if (changed === null) {
    const began = performance.now();
    const count = await client.record.count({ where: { waveId: base.wave.id } });
    log("info", { event: "large-wave-copying", count });
    await copyWave(client, writing, base.wave);
    log("info", { event: "large-wave-copied", count, durationMs: Math.round(performance.now() - began) });
    return { base, changed };
  }
  const { since, ...which } = changed;
  await copyRecords(client, (record) => writing.put(base.wave.id, record), { wave: base.wave, which });
  return { base, changed: { records: await idsOf(client, which), since } };
}

/** What pages about the whole of a large wave need, after its copy was brought up to date. */
export async function finishShelving(writing: ShelfWriting, { base, changed }: Shelving): Promise<WaveRecord> {
  await writing.index();
  const extract = await summarise(writing, base, changed);
  writing.setPublication(base);
  return extract;
}

/** The records published since the shelf's copy; null where that cannot be told. A figure follows its action. */
async function changedSince(
  client: DatabaseClient,
  { wave }: WaveRecord,
): Promise<(WhichRecords & { waveId: string; since: number }) | null> {
  const copied = shelf().publicationOf(wave.id);
  if (copied === null) return null;
  const { version, publishedAt } = copied;
  // Publications are never changed: where this one is another, the copy is of another database.
  const same = await client.publication.findUnique({ where: { version } });
  if (same?.waveId !== wave.id || same.publishedAt.getTime() !== publishedAt) return null;
  const publications = await client.publication.findMany({
    where: { waveId: wave.id, version: { gt: version } },
    select: { recordId: true, publishedAt: true },
  });
  const ids = publications.map(({ recordId }) => recordId);
  if (ids.includes(null)) return null;
  const known = ids.filter((id) => id !== null);
  // Of two at once the one that began first may come second.
  const since = Math.min(publishedAt, ...publications.map((one) => one.publishedAt.getTime()));
  // Asked for by index, each by its own: both at once would go through every record there is.
  const figures = await client.figure.findMany({ where: { actionId: { in: known } }, select: { id: true } });
  return { since, waveId: wave.id, id: { in: [...new Set([...known, ...figures.map(({ id }) => id)])] } };
}

async function idsOf(client: DatabaseClient, which: WhichRecords): Promise<Changed["records"]> {
  return client.record.findMany({ where: which, select: { id: true, kind: true } });
}

/** In parts, between which this process does what else there is to do. */
function copyWave(client: DatabaseClient, writing: ShelfWriting, wave: WaveRow): Promise<void> {
  const waveId = wave.id;
  return writing.replace(waveId, async (put) => {
    const kinds = await client.record.groupBy({ by: ["kind"], where: { waveId }, _max: { number: true } });
    for (const { kind, _max } of kinds) {
      for (let from = 0; from < (_max.number ?? 0); from += AT_ONCE) {
        const which = { waveId, kind, number: { gt: from, lte: from + AT_ONCE } };
        await copyRecords(client, put, { wave, which });
        await nextTurn();
      }
    }
  });
}

/** A revision keeps its record whole, so they are all there is to read. */
async function copyRecords(
  client: DatabaseClient,
  put: (record: ShelvedRecord) => void,
  { wave, which }: { wave: WaveRow; which: WhichRecords & { waveId: string } },
): Promise<void> {
  const approvals = await readApprovals(client, wave, which);
  for (const [id, { kind, versions }] of await readHistories(client, which)) {
    const latest = versions.at(-1);
    const history = versions.length > 1 ? versions : null;
    if (latest) put({ kind, row: latest.row, history, approvals: approvals[id] ?? null });
  }
}
