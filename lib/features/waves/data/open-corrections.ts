import type { OpenCorrection } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { hourOf } from "@/lib/shared/hour-of";

/**
 * By record, that a correction or retraction waits for moderators, and since which hour. What is proposed is not read:
 * nobody has checked it yet, and it may harm somebody.
 */
export async function readOpenCorrections(
  client: DatabaseClient,
  waveId: string,
): Promise<Record<string, OpenCorrection[]>> {
  const rows = await client.entry.findMany({
    where: { waveId, kind: { not: "new_record" }, state: { in: ["submitted", "approved_once"] } },
    select: { kind: true, recordId: true, submittedAt: true },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  const open: Record<string, OpenCorrection[]> = {};
  for (const { kind, recordId, submittedAt } of rows) {
    if (recordId === null || submittedAt === null || kind === "new_record") continue;
    open[recordId] ??= [];
    open[recordId]?.push({ kind, since: hourOf(submittedAt).getTime() });
  }
  return open;
}
