import { db } from "@/lib/server/db";
import type { ModeratedEntryRow } from "../view/rows";

/** As many as a page compares with: of a large batch those that came last. */
const MOST = 300;

/** Other new records of the same kind and wave that wait for moderators; whether they tell the same is for the reader to say. */
export async function readWaitingOfKind(
  row: Pick<ModeratedEntryRow, "id" | "waveId" | "kind">,
): Promise<{ id: string; payload: unknown }[]> {
  if (row.kind !== "new_record") return [];
  const { recordKind } = await db().entry.findUniqueOrThrow({ where: { id: row.id }, select: { recordKind: true } });
  return db().entry.findMany({
    where: {
      ...{ waveId: row.waveId, kind: "new_record", recordKind, state: { in: ["submitted", "approved_once"] } },
      id: { not: row.id },
    },
    orderBy: [{ submittedAt: "desc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, payload: true },
  });
}
