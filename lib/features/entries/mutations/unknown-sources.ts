import type { DatabaseClient } from "@/lib/server/db";
import { findSources } from "../data/sources";
import type { FieldProblem } from "../schema/input";
import type { SourceProposal } from "../schema/source";

/** A problem for each source named by an id that no published source of the wave has. */
export async function unknownSources(
  client: DatabaseClient,
  waveId: string,
  sources: readonly SourceProposal[],
): Promise<FieldProblem[]> {
  const ids = sources.flatMap(({ existing }) => existing ?? []);
  const known = await findSources(client, waveId, ids);
  return sources.flatMap(({ existing }, slot) =>
    existing === null || known.has(existing) ? [] : [{ field: `sources.${slot}.existing`, code: "source_unknown" }],
  );
}
