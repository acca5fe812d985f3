import type { WaveRecord, WaveRow } from "@/lib/domain/wave-record";
import { type DatabaseClient, db } from "@/lib/server/db";
import { readCoverageNotes, readFigures, readSources, readWorkforceSizes } from "./data/claims";
import { readEnvelopes } from "./data/envelopes";
import { readActions, readDemands, readEvents, readSolidarity, readWorkforces } from "./data/happenings";
import { toDay, toTexts } from "./data/moments";
import { readEmployers, readLocalities, readRegions } from "./data/places";

/** The highest version of the public record: it grows with every publication. 0 while nothing is published. */
export async function readVersion(): Promise<number> {
  const { _max } = await db().publication.aggregate({ _max: { version: true } });
  return _max.version ?? 0;
}

/** Waves that are public, newest first. */
export async function readWaves(client: DatabaseClient = db()): Promise<WaveRow[]> {
  const rows = await client.wave.findMany({ where: { state: { not: "draft" } }, orderBy: { firstDay: "desc" } });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    slug: row.slug,
    names: toTexts(row.names),
    summary: toTexts(row.summary),
    country: row.country,
    firstDay: toDay(row.firstDay),
    lastDay: toDay(row.lastDay),
    timeZone: row.timeZone,
    state: row.state,
    synthetic: row.synthetic,
  }));
}

async function readWaveRecord(client: DatabaseClient, wave: WaveRow): Promise<WaveRecord> {
  const publication = await client.publication.findFirst({ orderBy: { version: "desc" } });
  const envelopes = await readEnvelopes(client, wave.id);
  return {
    version: publication?.version ?? 0,
    publishedAt: publication?.publishedAt.getTime() ?? 0,
    wave,
    regions: await readRegions(client, wave.country),
    localities: await readLocalities(client, wave.country),
    employers: await readEmployers(client, wave.country),
    sources: await readSources(client, wave.id, envelopes),
    workforces: await readWorkforces(client, wave.id, envelopes),
    workforceSizes: await readWorkforceSizes(client, wave.id, envelopes),
    actions: await readActions(client, wave.id, envelopes),
    figures: await readFigures(client, wave.id, envelopes),
    events: await readEvents(client, wave.id, envelopes),
    demands: await readDemands(client, wave.id, envelopes),
    solidarity: await readSolidarity(client, wave.id, envelopes),
    coverageNotes: await readCoverageNotes(client, wave.id, envelopes),
  };
}

/** Everything published of every public wave, read at one moment, so that no page mixes two versions. */
export async function readPublicRecord(): Promise<WaveRecord[]> {
  return db().$transaction(
    async (transaction) => {
      const records: WaveRecord[] = [];
      for (const wave of await readWaves(transaction)) records.push(await readWaveRecord(transaction, wave));
      return records;
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000 },
  );
}
