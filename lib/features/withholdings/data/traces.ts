import { setImmediate as nextTurn } from "node:timers/promises";
import type { RecordKind } from "@/lib/domain/id";
import { findEachOf, tracesOf } from "@/lib/domain/said-again";
import { filledParts, type Snapshot } from "@/lib/domain/withholding";
import type { DatabaseClient } from "@/lib/server/db";
import { reasonsToTake } from "../view/public-reasons";
import { readPublicNames, readSaidByOthers } from "./public-names";

type Taking = {
  record: { id: string; kind: RecordKind; waveId: string };
  scope: "texts" | "record";
  parts: readonly string[];
  versions: readonly { snapshot: Snapshot; reason: Record<string, string> | null }[];
};

/** Others have their turn after so many, which take some milliseconds. */
const AT_A_STRETCH = 200;

/**
 * What is taken is known again by words that readers do not find elsewhere: not by the names of places and employers, nor
 * by what other records still say. Who published a source that is withheld whole is nobody's personal data.
 */
export async function makeTraces(
  client: DatabaseClient,
  { record, scope, parts, versions }: Taking,
): Promise<string[]> {
  const isSought = (part: string) => (scope === "record" ? part !== "publisher" : parts.includes(part));
  const snapshots = versions.map(({ snapshot }) => snapshot);
  const texts = filledParts(record.kind, snapshots).flatMap(({ part, texts: said }) => (isSought(part) ? said : []));
  const reasons = isSought("reason") ? versions.flatMap(({ reason }) => reasonsToTake(reason)) : [];
  const wave = await client.wave.findUniqueOrThrow({ where: { id: record.waveId }, select: { country: true } });
  const traces = tracesOf([...texts, ...reasons], await readPublicNames(client, wave.country));
  const find = findEachOf(new Map(traces.map((trace) => [trace, [trace]])));
  const said = new Set<string>();
  for (const [at, text] of (await readSaidByOthers(client, record)).entries()) {
    for (const trace of find(text).keys()) said.add(trace);
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await nextTurn();
  }
  return traces.filter((trace) => !said.has(trace));
}

/** By what the words of these withholdings are known again, without what else is kept; none where nothing is kept any more. */
export async function readTraces(client: DatabaseClient, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await client.$queryRaw<{ id: string; traces: string[] | null; lacksTraces: boolean }[]>`
    SELECT id::text, kept->'traces' AS traces, kept IS NOT NULL AND kept->'traces' IS NULL AS "lacksTraces"
    FROM withholdings WHERE id = ANY(${[...ids]}::uuid[])`;
  const traces = new Map(rows.map((row) => [row.id, row.traces ?? []]));
  // Placed by an earlier Turnout, which kept the versions alone.
  for (const { id } of rows.filter(({ lacksTraces }) => lacksTraces)) traces.set(id, await remake(client, id));
  return traces;
}

async function remake(client: DatabaseClient, id: string): Promise<string[]> {
  const { record, scope, parts, kept } = await client.withholding.findUniqueOrThrow({
    where: { id },
    select: { scope: true, parts: true, kept: true, record: { select: { id: true, kind: true, waveId: true } } },
  });
  const { versions } = kept as unknown as Pick<Taking, "versions">;
  return makeTraces(client, { record, scope, parts, versions });
}
