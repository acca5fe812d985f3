import type { SourceRow } from "@/lib/domain/wave-record";
import type { ClaimRow } from "./claim-row";
import type { RecordsContext } from "./context";

/**
 * How many sources carry the claims, and of how many origins: two papers with one agency's text are one witness. A
 * source without a known origin is taken for one of its own. Sources that contradict carry nothing.
 */
export function originSentences(claims: readonly ClaimRow[], context: RecordsContext): string[] {
  const { words } = context;
  const sources = carrying(claims, context);
  if (sources.length === 0) return [];
  const groups = [...Map.groupBy(sources, ({ id, origin }) => origin ?? id).values()];
  if (groups.length === sources.length) return [words("origins.each", { count: sources.length })];
  const origin = groups[0]?.[0]?.origin ?? "";
  if (groups.length === 1) return [words("origins.one", { count: sources.length, origin })];
  return [
    words("origins.shared", { count: sources.length, origins: groups.length }),
    ...groups
      .filter((group) => group.length > 1)
      .map((group) => words("origins.group", { count: group.length, origin: group[0]?.origin ?? "" })),
  ];
}

function carrying(claims: readonly ClaimRow[], { record }: RecordsContext): SourceRow[] {
  const ids = claims.flatMap(({ citations }) =>
    citations.flatMap(({ sourceId, contradicts }) => (contradicts ? [] : [sourceId])),
  );
  return record.sources.filter(({ id }) => ids.includes(id));
}
