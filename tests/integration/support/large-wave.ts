import type { WaveRecord } from "@/lib/domain/wave-record";
import { readEdition } from "@/lib/features/waves/data";
import { withClient } from "@/lib/server/db";
import type { Edition } from "@/lib/server/published/edition";
import type { TestDatabase } from "./test-database";

/** Reads the record of January 2022 as if it were a large wave, and publishes what readers then get. */
export function largeWaveOf(database: TestDatabase) {
  const publish = async (recordId: string): Promise<void> => {
    await database.client.publication.create({ data: { waveId: "kz22", recordId } });
  };
  /** The next version of a record with these columns, published. */
  const revise = async (id: string, change: object, retractedReason: string | null = null): Promise<void> => {
    const { client } = database;
    const [last] = await client.revision.findMany({ where: { recordId: id }, orderBy: { number: "desc" }, take: 1 });
    const number = (last?.number ?? 0) + 1;
    const snapshot = { ...(last?.snapshot as object), ...change };
    const retracts = retractedReason !== null;
    await client.revision.create({ data: { recordId: id, number, snapshot, recordedAt: new Date(), retracts } });
    const state = retracts ? "retracted" : "published";
    await client.record.update({ where: { id }, data: { revision: number, state, retractedReason } });
    await publish(id);
  };
  return {
    publish,
    revise,
    retract: (id: string) => revise(id, {}, "Nobody ever said so."),
    /** Every wave is a large one here. */
    read: (last: Edition | null) => withClient(database.client, () => readEdition(last, 0)),
    whole: async () => waveOf(await withClient(database.client, () => readEdition(null))),
  };
}

export function waveOf(edition: Edition | null): WaveRecord {
  const [kept] = edition?.records ?? [];
  if (!kept) throw new Error("There is no wave.");
  return kept;
}
