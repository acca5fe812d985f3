import { lacksFirstTier, type Tier } from "@/lib/domain/source-tier";
import type { CitationRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { readNewRecord } from "../schema/kinds";
import { readSources, type SourceProposal } from "../schema/source";
import { findSourceAt } from "./sources";

/** The tiers of what a proposal cites: of a source on record the record's, of a new one what its contributor says. */
export async function readProposedTiers(
  client: DatabaseClient,
  waveId: string,
  sources: readonly SourceProposal[],
): Promise<Tier[]> {
  const found = await Promise.all(
    sources.map(async ({ existing, added }) => {
      const url = added?.url ?? null;
      return existing ?? (url === null ? null : await findSourceAt(client, waveId, url));
    }),
  );
  const known = await readTiers(client, found);
  return sources.map(({ added }, slot) => known.get(found[slot] ?? "") ?? added?.tier ?? "two");
}

/** The tiers of the sources that carry a record; one that speaks against it carries nothing. */
export async function readCitedTiers(client: DatabaseClient, citations: readonly CitationRow[]): Promise<Tier[]> {
  const carrying = citations.filter(({ contradicts }) => !contradicts).map(({ sourceId }) => sourceId);
  const known = await readTiers(client, carrying);
  return carrying.map((id) => known.get(id) ?? "two");
}

type Waiting = { id: string; payload: unknown };

/**
 * Of many entries, those that propose something resting on the second tier alone, as far as what they say shows it: an
 * address that is on record under another tier is found out when each is decided.
 */
export async function findLackingFirstTier(client: DatabaseClient, rows: readonly Waiting[]): Promise<Set<string>> {
  const proposed = rows.map(({ id, payload }) => {
    const input = readNewRecord(payload);
    const citesNothing = input === null || ("recordKind" in input && input.recordKind === "source");
    return { id, sources: citesNothing ? [] : readSources(input.sources).sources };
  });
  const known = await readTiers(client, [
    ...new Set(proposed.flatMap(({ sources }) => sources.map(({ existing }) => existing))),
  ]);
  const tierOf = ({ existing, added }: SourceProposal): Tier => known.get(existing ?? "") ?? added?.tier ?? "two";
  return new Set(proposed.flatMap(({ id, sources }) => (lacksFirstTier(sources.map(tierOf)) ? [id] : [])));
}

async function readTiers(client: DatabaseClient, ids: readonly (string | null)[]): Promise<Map<string, Tier>> {
  const wanted = ids.filter((id) => id !== null);
  const rows = await client.source.findMany({ where: { id: { in: wanted } }, select: { id: true, tier: true } });
  return new Map(rows.map(({ id, tier }) => [id, tier]));
}
