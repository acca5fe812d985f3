import type { WaveRecord, WaveRow } from "@/lib/domain/wave-record";
import { type DatabaseClient, db } from "@/lib/server/db";
import type { Edition } from "@/lib/server/published/edition";
import { readApprovals } from "./data/approvals";
import { readCoverageNotes, readFigures, readSources, readWorkforceSizes } from "./data/claims";
import { readEnvelopes } from "./data/envelopes";
import { readActions, readDemands, readEvents, readSolidarity, readWorkforces } from "./data/happenings";
import { toDay, toTexts } from "./data/moments";
import { readOpenCorrections } from "./data/open-corrections";
import { readEmployers, readLocalities, readRegions } from "./data/places";
import { readRevisions } from "./data/revisions";

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

type Published = { version: number; publishedAt: number };
const nothingPublished: Published = { version: 0, publishedAt: 0 };

async function readWaveRecord(client: DatabaseClient, wave: WaveRow, published: Published): Promise<WaveRecord> {
  const envelopes = await readEnvelopes(client, wave.id);
  return {
    ...published,
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
    revisions: await readRevisions(client, wave.id),
    openCorrections: await readOpenCorrections(client, wave.id),
    approvals: await readApprovals(client, wave),
  };
}

/** The last publication of each wave by its id. */
async function readLastPublications(client: DatabaseClient): Promise<Map<string, Published>> {
  const waves = await client.publication.groupBy({ by: ["waveId"], _max: { version: true } });
  const versions = waves.flatMap(({ _max }) => _max.version ?? []);
  const rows = await client.publication.findMany({ where: { version: { in: versions } } });
  return new Map(
    rows.map(({ waveId, version, publishedAt }) => [waveId, { version, publishedAt: publishedAt.getTime() }]),
  );
}

/** Publications are never changed, so a database that has another one under this version is not the one read before. */
async function goesOnFrom(client: DatabaseClient, { version, publishedAt }: Edition): Promise<boolean> {
  const same = await client.publication.findUnique({ where: { version } });
  return same?.publishedAt.getTime() === publishedAt;
}

async function readEditionIn(client: DatabaseClient, last: Edition | null): Promise<Edition> {
  const known = last !== null && (await goesOnFrom(client, last)) ? last : null;
  const publications = await readLastPublications(client);
  const latest = [...publications.values()].reduce(
    (one, other) => (other.version > one.version ? other : one),
    nothingPublished,
  );
  if (known?.version === latest.version) return known;
  const records: WaveRecord[] = [];
  for (const wave of await readWaves(client)) {
    const published = publications.get(wave.id) ?? nothingPublished;
    const kept = known?.records.find((record) => record.wave.id === wave.id && record.version === published.version);
    records.push(kept ?? (await readWaveRecord(client, wave, published)));
  }
  return { ...latest, records };
}

/**
 * Everything published of every public wave, read at one moment, so that no page mixes two versions. What was not
 * published anew since `last` is taken over from it; from another database nothing is.
 */
export function readEdition(last: Edition | null): Promise<Edition> {
  return db().$transaction((transaction) => readEditionIn(transaction, last), {
    isolationLevel: "RepeatableRead",
    timeout: 30_000,
  });
}
