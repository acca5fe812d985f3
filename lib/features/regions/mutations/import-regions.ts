import type { ImportedMap } from "@/lib/domain/map-shapes";
import type { RegionRow, Texts } from "@/lib/domain/wave-record";
import type { Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { appendAudit, canonicalJson, lockAuditChain } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";

export type ImportedRegion = {
  code: string;
  names: Texts;
  codes: RegionRow["codes"];
  timeZone: string;
  utcOffsets: RegionRow["utcOffsets"];
};
export type RegionImport = { country: string; regions: readonly ImportedRegion[]; map: ImportedMap; credit: string };

export type ImportResult =
  | { ok: true; added: string[]; changed: string[]; mapChanged: boolean; versions: number[] }
  | { ok: false; because: "recorded_otherwise" };

const importLock = 7_478_214_004;

/**
 * Brings the regions of a country and their map into the database in one transaction, and publishes them with the waves
 * of the country. Again, it changes nothing: regions are known by their codes, and a name once recorded stays unless
 * another is given. Regions that came in otherwise, as those of the public record, are left alone.
 */
export async function importRegions(client: PrismaClient, wanted: RegionImport): Promise<ImportResult> {
  return client.$transaction((tx) => write(tx, wanted), { isolationLevel: "ReadCommitted", timeout: 60_000 });
}

async function write(tx: Transaction, wanted: RegionImport): Promise<ImportResult> {
  const { country, regions, map, credit } = wanted;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock}::bigint)`;
  const before = await tx.region.findMany({ where: { country } });
  const mapBefore = await tx.countryMap.findUnique({ where: { country } });
  if (before.length > 0 && mapBefore === null) return { ok: false, because: "recorded_otherwise" };
  const known = new Map(before.map((row) => [row.id, row]));
  const added = regions.filter(({ code }) => !known.has(code));
  await tx.region.createMany({ data: added.map((region) => columnsOf(region, country)) });
  const changed: string[] = [];
  for (const region of regions) {
    const row = known.get(region.code);
    if (row && (await change(tx, region, row))) changed.push(region.code);
  }
  const shapes = map as unknown as Prisma.InputJsonObject;
  const mapChanged = mapBefore === null || canonicalJson(mapBefore.shapes) !== canonicalJson(map);
  if (mapChanged) {
    const row = { shapes, credit, importedAt: new Date() };
    await tx.countryMap.upsert({ where: { country }, create: { country, ...row }, update: row });
  }
  const codes = added.map(({ code }) => code);
  if (codes.length + changed.length === 0 && !mapChanged)
    return { ok: true, added: [], changed, mapChanged, versions: [] };
  const versions = await publish(tx, wanted, before.length === 0 ? null : before);
  return { ok: true, added: codes, changed, mapChanged, versions };
}

function columnsOf({ code, names, codes, timeZone, utcOffsets }: ImportedRegion, country: string) {
  return { id: code, country, kind: "region", names, shortNames: names, codes, timeZone, utcOffsets };
}

type Row = { names: Prisma.JsonValue; shortNames: Prisma.JsonValue; timeZone: string };

/** What is given beyond what stands there: an earlier name in a language that this import has none in stays. */
async function change(tx: Transaction, { code, names }: ImportedRegion, row: Row): Promise<boolean> {
  const next = { names: merged(row.names, names), shortNames: merged(row.shortNames, names) };
  const before = { names: row.names, shortNames: row.shortNames };
  if (canonicalJson(next) === canonicalJson(before)) return false;
  await tx.region.update({ where: { id: code }, data: next });
  return true;
}

function merged(before: Prisma.JsonValue, names: Texts): Prisma.InputJsonObject {
  return { ...(before as Prisma.JsonObject), ...names } as Prisma.InputJsonObject;
}

/** Every wave of the country that readers see gets a version of its own, so that its pages are made anew. */
async function publish(tx: Transaction, { country, regions, map }: RegionImport, before: unknown): Promise<number[]> {
  const waves = await tx.wave.findMany({
    where: { country, state: { not: "draft" } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await lockAuditChain(tx);
  const versions: number[] = [];
  for (const { id } of waves) versions.push((await tx.publication.create({ data: { waveId: id } })).version);
  await appendAudit(tx, {
    ...{ actorId: null, verb: "regions.import", objectType: "country", objectId: country },
    before,
    after: { regions, map },
  });
  return versions;
}
