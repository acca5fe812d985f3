import type { DatabaseClient } from "@/lib/server/db";
import { readDays } from "../../waves/data/open-end";

/** A wave that takes entries, with its first and last local date. */
export type OpenWave = {
  id: string;
  code: string;
  country: string;
  timeZone: string;
  firstDay: string;
  lastDay: string;
  openEnd: boolean;
};

/** The wave an entry speaks of; null where it is not published. */
export async function readOpenWave(client: DatabaseClient, waveId: string): Promise<OpenWave | null> {
  const wave = await client.wave.findFirst({ where: { id: waveId, state: { not: "draft" } } });
  if (wave === null) return null;
  const { id, code, country, timeZone } = wave;
  return { id, code, country, timeZone, ...(await readDays(client, wave)) };
}
