import { setImmediate as nextTurn } from "node:timers/promises";
import { findEachOf } from "@/lib/domain/said-again";
import { WITHHELD } from "@/lib/domain/withholding";
import type { DatabaseClient } from "@/lib/server/db";
import { readTraces } from "../../withholdings/data/traces";
import { type PutBack, putBackBy, type TakenDown } from "../view/put-back";

type Proposed = { id: string; waveId: string; state: string; payload: unknown };

/** Of what is decided nothing is published: it is held against what was taken down once it is taken up again. */
const DECIDED: ReadonlySet<string> = new Set(["published", "rejected", "unverifiable", "withdrawn"]);
/** Others have their turn after so many, which take some milliseconds. */
const AT_A_STRETCH = 50;

/** Of each proposal how it would bring back what was taken down, with what is told for the public beside it. */
export async function readPutBack(
  client: DatabaseClient,
  entries: readonly Proposed[],
  told: string | null = null,
): Promise<Map<string, PutBack[]>> {
  const open = entries.filter(({ state }) => !DECIDED.has(state));
  const rows = await readTakenDown(client, open);
  const putBack = new Map<string, PutBack[]>();
  if (rows.length === 0) return putBack;
  const traces = await readTraces(
    client,
    rows.map(({ id }) => id),
  );
  const find = findEachOf(traces);
  const heldAgainst = { takenDown: rows, find, told: told === null ? null : find(told) };
  for (const [at, entry] of open.entries()) {
    putBack.set(entry.id, putBackBy(entry, heldAgainst));
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await nextTurn();
  }
  return putBack;
}

/** What is withheld at this moment in the waves of these proposals, read where the write reads. */
async function readTakenDown(client: DatabaseClient, entries: readonly Proposed[]): Promise<TakenDown[]> {
  const waves = [...new Set(entries.map(({ waveId }) => waveId))];
  if (waves.length === 0) return [];
  const rows = await client.withholding.findMany({
    where: { liftedAt: null, record: { waveId: { in: waves } } },
    select: { id: true, recordId: true, parts: true, record: { select: { waveId: true } } },
    orderBy: { placedAt: "asc" },
  });
  if (rows.length === 0) return [];
  const quoted = await readQuoted(client, [...new Set(rows.map(({ recordId }) => recordId))]);
  const said = await readSaid(
    client,
    entries.map(({ id }) => id),
  );
  return rows.map(({ record, ...row }) => ({
    ...{ ...row, waveId: record.waveId, quoted: quoted.get(row.recordId) ?? [] },
    saidBy: new Set(said.filter(({ withholdingId }) => withholdingId === row.id).map(({ entryId }) => entryId)),
  }));
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
