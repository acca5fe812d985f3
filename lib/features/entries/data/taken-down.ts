import type { DatabaseClient } from "@/lib/server/db";
import type { TakenDown } from "../view/put-back";

/** What of these records is withheld at this moment, read where the write reads. */
export function readTakenDown(client: DatabaseClient, recordIds: readonly string[]): Promise<TakenDown[]> {
  if (recordIds.length === 0) return Promise.resolve([]);
  return client.withholding.findMany({
    where: { recordId: { in: [...recordIds] }, liftedAt: null },
    select: { recordId: true, parts: true },
  });
}
