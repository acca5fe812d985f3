import type { WaveRecord, WaveRow } from "@/lib/domain/wave-record";
import { isAtHand } from "@/lib/features/shelf/data/copy-of";
import { type LargeWaves, largeWaves } from "@/lib/features/shelf/data/large-waves";
import type { Shelving } from "@/lib/features/shelf/data/shelve";
import { type DatabaseClient, db } from "@/lib/server/db";
import type { Edition } from "@/lib/server/published/edition";
import { readApprovals } from "./data/approvals";
import { toTexts } from "./data/moments";
import { readOpenCorrections } from "./data/open-corrections";
import { readDays } from "./data/open-end";
import { readEmployers, readLocalities, readRegions } from "./data/places";
import { NO_ROWS, readRows } from "./data/rows";
import { readSeals } from "./data/seals";
import { readShapes } from "./data/shapes";
import { readWithheld } from "./data/withheld";

/** The highest version of the public record: it grows with every publication. 0 while nothing is published. */
export async function readVersion(): Promise<number> {
  const { _max } = await db().publication.aggregate({ _max: { version: true } });
  return _max.version ?? 0;
}

/** Waves that are public, newest first. */
export async function readWaves(client: DatabaseClient = db()): Promise<WaveRow[]> {
  const rows = await client.wave.findMany({ where: { state: { not: "draft" } }, orderBy: { firstDay: "desc" } });
  const waves: WaveRow[] = [];
  for (const { id, code, slug, names, summary, country, timeZone, state, synthetic, ...days } of rows) {
    waves.push({
      ...{ id, code, slug, names: toTexts(names), summary: toTexts(summary), country, timeZone, state, synthetic },
      ...(await readDays(client, { id, timeZone, ...days })),
    });
  }
  return waves;
}

type Published = { version: number; publishedAt: number };
const nothingPublished: Published = { version: 0, publishedAt: 0 };

/** Up to so many records a wave is read whole and kept in memory; a larger one stands on the shelf. */
const WHOLE_UP_TO = 3000;

async function readWaveRecord(
  client: DatabaseClient,
  { wave, published, large }: { wave: WaveRow; published: Published; large: LargeWaves },
): Promise<WaveRecord | Shelving> {
  const localities = await readLocalities(client, wave.country);
  const base = {
    ...{ ...published, wave, ...NO_ROWS },
    seals: await readSeals(client, wave.id),
    regions: await readRegions(client, wave.country),
    localities,
    shapes: await readShapes(client, { country: wave.country, firstDay: wave.firstDay, localities }),
    employers: await readEmployers(client, wave.country),
    openCorrections: await readOpenCorrections(client, wave.id),
    withheld: await readWithheld(client, wave.id),
    approvals: {},
  };
  const ofWave = { waveId: wave.id };
  const counted = await client.record.count({ where: ofWave, take: large.from + 1 });
  if (counted > large.from) return large.copy(client, base);
  return { ...base, ...(await readRows(client, ofWave)), approvals: await readApprovals(client, wave, ofWave) };
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

async function readEditionIn(client: DatabaseClient, last: Edition | null, large: LargeWaves): Promise<Reading> {
  const known = last !== null && (await goesOnFrom(client, last)) ? last : null;
  const publications = await readLastPublications(client);
  const latest = [...publications.values()].reduce(
    (one, other) => (other.version > one.version ? other : one),
    nothingPublished,
  );
  if (known?.version === latest.version && isWhole(known)) return known;
  const records: (WaveRecord | Shelving)[] = [];
  for (const wave of await readWaves(client)) {
    const published = publications.get(wave.id) ?? nothingPublished;
    const kept = known?.records.find((record) => record.wave.id === wave.id && record.version === published.version);
    records.push(kept && isAtHand(kept) ? kept : await readWaveRecord(client, { wave, published, large }));
  }
  return { ...latest, records };
}

/** Whether pages can be made of all of an edition: a copy on disk may be lost, damaged or of an earlier publication. */
export function isWhole({ records }: Edition): boolean {
  return records.every(isAtHand);
}

/** An edition of which large waves are copied, and not worked out yet. */
type Reading = Omit<Edition, "records"> & { records: readonly (WaveRecord | Shelving)[] };

/**
 * Everything published of every public wave, read at one moment, so that no page mixes two versions. What was not
 * published anew since `last` is taken over from it; from another database nothing is.
 */
export async function readEdition(last: Edition | null, wholeUpTo = WHOLE_UP_TO): Promise<Edition> {
  const large = largeWaves(wholeUpTo);
  try {
    const reading = await db().$transaction((transaction) => readEditionIn(transaction, last, large), {
      isolationLevel: "RepeatableRead",
      // A wave of a million figures is copied in minutes, and only once.
      timeout: 1_800_000,
    });
    if (reading === last) return last;
    // The database waits for nobody who works out sums.
    const records: WaveRecord[] = [];
    for (const one of reading.records) records.push("base" in one ? await large.finish(one) : one);
    large.commit();
    return { ...reading, records };
  } catch (problem) {
    large.giveUp();
    throw problem;
  }
}
