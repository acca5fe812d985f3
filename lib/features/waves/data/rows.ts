import type { RecordKind } from "@/lib/domain/id";
import type { LISTS } from "@/lib/domain/record-lists";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { readCoverageNotes, readFigures, readSources, readWorkforceSizes } from "./claims";
import { readEnvelopes, type WhichRecords } from "./envelopes";
import { readActions, readDemands, readEvents, readSolidarity, readWorkforces } from "./happenings";
import { readRevisions } from "./revisions";

/** The lists of a record, and its histories. */
export type Rows = Pick<WaveRecord, (typeof LISTS)[RecordKind] | "revisions">;

export const NO_ROWS: Rows = {
  ...{ sources: [], workforces: [], workforceSizes: [], actions: [], figures: [], events: [], demands: [] },
  ...{ solidarity: [], coverageNotes: [], revisions: {} },
};

/** These records of the database, each with its citations, and the histories of those that were revised. */
export async function readRows(client: DatabaseClient, which: WhichRecords): Promise<Rows> {
  const envelopes = await readEnvelopes(client, which);
  return {
    sources: await readSources(client, which, envelopes),
    workforces: await readWorkforces(client, which, envelopes),
    workforceSizes: await readWorkforceSizes(client, which, envelopes),
    actions: await readActions(client, which, envelopes),
    figures: await readFigures(client, which, envelopes),
    events: await readEvents(client, which, envelopes),
    demands: await readDemands(client, which, envelopes),
    solidarity: await readSolidarity(client, which, envelopes),
    coverageNotes: await readCoverageNotes(client, which, envelopes),
    revisions: await readRevisions(client, which),
  };
}
