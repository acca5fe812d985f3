import { toDay, toDayOrNull, toTexts } from "@/lib/features/waves/data/moments";
import { type DatabaseClient, db } from "@/lib/server/db";
import type { Choice, PreparedCountry, PreparedWave, WavePlaces } from "./view/rows";

export async function readCountries(client: DatabaseClient = db()): Promise<PreparedCountry[]> {
  const rows = await client.region.groupBy({ by: ["country", "timeZone"], _count: { _all: true } });
  const maps = new Set((await client.countryMap.findMany({ select: { country: true } })).map(({ country }) => country));
  return [...Map.groupBy(rows, ({ country }) => country)].map(([country, own]) => ({
    country,
    regionCount: own.reduce((sum, { _count }) => sum + _count._all, 0),
    hasMap: maps.has(country),
    // The zone of most regions first: the likeliest for a wave.
    timeZones: own.toSorted((a, b) => b._count._all - a._count._all).map(({ timeZone }) => timeZone),
  }));
}

export async function readPreparedWaves(client: DatabaseClient = db()): Promise<PreparedWave[]> {
  const rows = await client.wave.findMany({ orderBy: [{ firstDay: "desc" }, { id: "asc" }] });
  return rows.map(toPrepared);
}

export async function readPreparedWave(id: string, client: DatabaseClient = db()): Promise<PreparedWave | null> {
  const row = await client.wave.findUnique({ where: { id } });
  return row && toPrepared(row);
}

type StoredWave = Awaited<ReturnType<DatabaseClient["wave"]["findFirstOrThrow"]>>;

export function toPrepared({ createdAt: _, names, summary, firstDay, lastDay, ...row }: StoredWave): PreparedWave {
  return {
    ...row,
    names: toTexts(names),
    summary: toTexts(summary),
    firstDay: toDay(firstDay),
    lastDay: toDayOrNull(lastDay),
  };
}

/** What a wave can be filled from, and the workforces it has. */
export async function readWavePlaces(
  { id, country }: Pick<PreparedWave, "id" | "country">,
  client: DatabaseClient = db(),
): Promise<WavePlaces> {
  const ofCountry = { where: { country }, orderBy: { id: "asc" }, select: { id: true, names: true } } as const;
  const workforces = await client.workforce.findMany({
    where: { record: { waveId: id, state: "published" } },
    orderBy: { record: { number: "asc" } },
    select: { id: true, names: true, slug: true },
  });
  return {
    regions: (await client.region.findMany(ofCountry)).map(toChoice),
    places: (await client.locality.findMany(ofCountry)).map(toChoice),
    employers: (await client.employer.findMany(ofCountry)).map(toChoice),
    workforces: workforces.map(({ slug, ...row }) => ({ ...toChoice(row), slug })),
  };
}

function toChoice({ id, names }: { id: string; names: unknown }): Choice {
  return { id, names: toTexts(names) };
}
