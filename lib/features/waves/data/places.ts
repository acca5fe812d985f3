import type { EmployerRow, LocalityRow, RegionRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { toDayOrNull, toTexts, toTextsOrNull } from "./moments";

export async function readRegions(client: DatabaseClient, country: string): Promise<RegionRow[]> {
  const rows = await client.region.findMany({
    where: { country },
    orderBy: { id: "asc" },
    include: { spellings: { orderBy: { id: "asc" } } },
  });
  return rows.map((row) => ({
    id: row.id,
    codes: row.codes as RegionRow["codes"],
    kind: row.kind,
    names: toTexts(row.names),
    shortNames: toTexts(row.shortNames),
    capitalId: row.capitalId,
    partOfId: row.partOfId,
    population: row.population,
    populationOn: toDayOrNull(row.populationOn),
    populationNote: row.populationNote,
    populationSource: toTextsOrNull(row.populationSource),
    spellings: row.spellings.map(({ text, language, kind, until, since }) => ({ text, language, kind, until, since })),
    timeZone: row.timeZone,
    utcOffsets: row.utcOffsets as RegionRow["utcOffsets"],
    validFrom: toDayOrNull(row.validFrom),
    validTo: toDayOrNull(row.validTo),
    note: row.note,
  }));
}

export async function readLocalities(client: DatabaseClient, country: string): Promise<LocalityRow[]> {
  const rows = await client.locality.findMany({
    where: { country },
    orderBy: { id: "asc" },
    include: { spellings: { orderBy: { id: "asc" } }, regions: { orderBy: { id: "asc" } } },
  });
  return rows.map((row) => ({
    id: row.id,
    names: toTexts(row.names),
    kind: row.kind,
    latitude: row.latitude,
    longitude: row.longitude,
    note: row.note,
    spellings: row.spellings.map(({ text, note }) => ({ text, note })),
    regions: row.regions.map((link) => ({
      regionId: link.regionId,
      validFrom: toDayOrNull(link.validFrom),
      validTo: toDayOrNull(link.validTo),
    })),
  }));
}

export async function readEmployers(client: DatabaseClient, country: string): Promise<EmployerRow[]> {
  const rows = await client.employer.findMany({
    where: { country },
    orderBy: { id: "asc" },
    include: { owners: { orderBy: { sharePercent: "desc" } } },
  });
  return rows.map((row) => ({
    id: row.id,
    names: toTexts(row.names),
    otherNames: row.otherNames,
    isic: row.isic,
    links: row.links,
    note: toTextsOrNull(row.note),
    owners: row.owners.map((owner) => ({
      ownerName: owner.ownerName,
      sharePercent: owner.sharePercent,
      asOf: toDayOrNull(owner.asOf),
      sourceId: owner.sourceId,
    })),
  }));
}
