import { findTraces } from "@/lib/domain/said-again";
import { WITHHELD } from "@/lib/domain/withholding";
import type { DatabaseClient } from "@/lib/server/db";
import { keptTraces } from "../../withholdings/data/traces";
import { type PutBack, putBackBy, type TakenDown } from "../view/put-back";

type Proposed = { id: string; waveId: string; payload: unknown };

/** What is withheld at this moment in the waves of these proposals, read where the write reads. */
export async function readTakenDown(
  client: DatabaseClient,
  entries: readonly Pick<Proposed, "id" | "waveId">[],
): Promise<TakenDown[]> {
  const waves = [...new Set(entries.map(({ waveId }) => waveId))];
  if (waves.length === 0) return [];
  const rows = await client.withholding.findMany({
    where: { liftedAt: null, record: { waveId: { in: waves } } },
    select: { ...{ id: true, recordId: true, parts: true, kept: true }, record: { select: { waveId: true } } },
    orderBy: { placedAt: "asc" },
  });
  if (rows.length === 0) return [];
  const quoted = await readQuoted(client, [...new Set(rows.map(({ recordId }) => recordId))]);
  const said = await readSaid(
    client,
    entries.map(({ id }) => id),
  );
  return rows.map(({ id, recordId, parts, kept, record }) => ({
    ...{ waveId: record.waveId, recordId, parts, find: findTraces(keptTraces(kept)) },
    quoted: quoted.get(recordId) ?? [],
    saidBy: new Set(said.filter(({ withholdingId }) => withholdingId === id).map(({ entryId }) => entryId)),
  }));
}

/** Of each proposal how it would bring back what was taken down, with what is told for the public beside it. */
export async function readPutBack(
  client: DatabaseClient,
  entries: readonly Proposed[],
  told: string | null = null,
): Promise<Map<string, PutBack[]>> {
  const takenDown = await readTakenDown(client, entries);
  return new Map(entries.map((entry) => [entry.id, putBackBy(entry, takenDown, told)]));
}

async function readQuoted(client: DatabaseClient, recordIds: string[]): Promise<Map<string, TakenDown["quoted"]>> {
  const rows = await client.citation.findMany({
    where: { recordId: { in: recordIds }, words: WITHHELD },
    select: { recordId: true, source: { select: { id: true, url: true } } },
  });
  const quoted = new Map<string, { id: string; url: string | null }[]>();
  for (const { recordId, source } of rows) quoted.set(recordId, [...(quoted.get(recordId) ?? []), source]);
  return quoted;
}

function readSaid(client: DatabaseClient, entryIds: string[]) {
  return client.saidOfWithheld.findMany({ where: { entryId: { in: entryIds } } });
}
