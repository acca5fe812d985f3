import type { RecordKind } from "@/lib/domain/id";
import { tracesOf } from "@/lib/domain/said-again";
import { filledParts, type Snapshot } from "@/lib/domain/withholding";
import type { DatabaseClient } from "@/lib/server/db";
import { reasonsToTake } from "../view/public-reasons";
import { readPublicNames } from "./public-names";

type Taking = {
  record: { kind: RecordKind; waveId: string };
  scope: "texts" | "record";
  parts: readonly string[];
  versions: readonly { snapshot: Snapshot; reason: Record<string, string> | null }[];
};

/** What is taken is known again by words that readers do not find elsewhere: not by the names of places and employers. */
export async function makeTraces(
  client: DatabaseClient,
  { record, scope, parts, versions }: Taking,
): Promise<string[]> {
  const isTaken = (part: string) => scope === "record" || parts.includes(part);
  const snapshots = versions.map(({ snapshot }) => snapshot);
  const texts = filledParts(record.kind, snapshots).flatMap(({ part, texts: said }) => (isTaken(part) ? said : []));
  const reasons = isTaken("reason") ? versions.flatMap(({ reason }) => reasonsToTake(reason)) : [];
  const wave = await client.wave.findUniqueOrThrow({ where: { id: record.waveId }, select: { country: true } });
  return tracesOf([...texts, ...reasons], await readPublicNames(client, wave.country));
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
    select: { scope: true, parts: true, kept: true, record: { select: { kind: true, waveId: true } } },
  });
  const { versions } = kept as unknown as Pick<Taking, "versions">;
  return makeTraces(client, { record, scope, parts, versions });
}
