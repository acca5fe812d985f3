import type { WithheldRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { hourOf } from "@/lib/shared/hour-of";

/** What of a wave is or was withheld. What it said, and who withheld it and why exactly, is not read. */
export async function readWithheld(client: DatabaseClient, waveId: string): Promise<WithheldRow[]> {
  const rows = await client.withholding.findMany({
    where: { record: { waveId } },
    select: {
      ...{ recordId: true, scope: true, parts: true, ground: true, placedAt: true, confirmedAt: true, liftedAt: true },
    },
    orderBy: { placedAt: "asc" },
  });
  return rows.map(({ placedAt, confirmedAt, liftedAt, ...row }) => ({
    ...row,
    since: hourOf(placedAt).getTime(),
    confirmed: confirmedAt !== null,
    putBackAt: liftedAt && hourOf(liftedAt).getTime(),
  }));
}
