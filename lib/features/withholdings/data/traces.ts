import type { Prisma } from "@/lib/generated/prisma/client";

/** By what the words that are kept are known again; none where nothing is kept any more. */
export function keptTraces(kept: Prisma.JsonValue): string[] {
  const traces = (kept as { traces?: unknown } | null)?.traces;
  return Array.isArray(traces) ? traces.filter((one): one is string => typeof one === "string") : [];
}
