import type { RecordRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { readLocalities, readRegions } from "../../waves/data/places";
import type { ClockSource } from "../view/record-clock";

/** What the clock of a record is looked up in, read where the write reads. */
export async function readClockSource(client: DatabaseClient, waveId: string, row: RecordRow): Promise<ClockSource> {
  const wave = await client.wave.findUniqueOrThrow({ where: { id: waveId } });
  const columns = { id: true, regionId: true, localityId: true } as const;
  const idOf = (name: "actionId" | "workforceId") =>
    name in row ? (row as never as Record<typeof name, string>)[name] : null;
  const only = (id: string | null) => ({ where: { id: { in: id === null ? [] : [id] } }, select: columns });
  return {
    wave,
    regions: await readRegions(client, wave.country),
    localities: await readLocalities(client, wave.country),
    actions: await client.action.findMany(only(idOf("actionId"))),
    workforces: await client.workforce.findMany(only(idOf("workforceId"))),
  };
}
