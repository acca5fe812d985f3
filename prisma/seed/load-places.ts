import { Prisma } from "@/lib/generated/prisma/client";
import type { Transaction } from "@/lib/server/transaction";
import type { FileEmployer, FileWave } from "./record/format";
import type { FileLocality, FileRegion } from "./record/format-places";
import type { RecordFiles } from "./record-files";
import { dateOf, dateOrNull } from "./record-times";

/** The wave and the places of the record, where they are not there yet. What is there stays as it is. */
export async function insertWaveAndPlaces(tx: Transaction, files: RecordFiles): Promise<number> {
  const wave = await tx.wave.createMany({ data: [waveRow(files.wave)], skipDuplicates: true });
  const known = new Set((await tx.locality.findMany({ select: { id: true } })).map(({ id }) => id));
  const localities = files.localities.filter(({ id }) => !known.has(id));
  const regions = await tx.region.createMany({ data: files.regions.map(regionRow), skipDuplicates: true });
  await tx.locality.createMany({ data: localities.map((locality) => localityRow(locality, files.regions)) });
  await tx.localitySpelling.createMany({ data: localities.flatMap(spellingRows) });
  await tx.localityRegion.createMany({ data: localities.flatMap(membershipRows) });
  const named = await tx.regionSpelling.createMany({ data: files.regions.flatMap(nameRows), skipDuplicates: true });
  const sources = await addPopulationSources(tx, files.regions);
  return wave.count + regions.count + localities.length + named.count + sources;
}

/** Regions that were loaded before anybody wrote down who counted their people. */
async function addPopulationSources(tx: Transaction, regions: FileRegion[]): Promise<number> {
  let added = 0;
  for (const { code, population } of regions) {
    if (population === null) continue;
    const without = { id: code, population: population.value, populationSource: { equals: Prisma.DbNull } };
    const { count } = await tx.region.updateMany({ where: without, data: { populationSource: population.source } });
    added += count;
  }
  return added;
}

/** Employers that are not there yet, with their owners; needs the sources of the shares. */
export async function insertEmployers(tx: Transaction, employers: FileEmployer[]): Promise<number> {
  const known = new Set((await tx.employer.findMany({ select: { id: true } })).map(({ id }) => id));
  const fresh = employers.filter(({ id }) => !known.has(id));
  await tx.employer.createMany({
    data: fresh.map(({ owners: _, note, ...employer }) => ({ ...employer, note: note ?? Prisma.DbNull })),
  });
  await tx.ownership.createMany({
    data: fresh.flatMap(({ id, owners }) =>
      owners.map(({ name, sharePercent, asOf, source }) => ({
        ...{ employerId: id, ownerName: name, sharePercent, sourceId: source },
        asOf: dateOrNull(asOf),
      })),
    ),
  });
  return fresh.length;
}

function waveRow({ firstDay, lastDay, ...wave }: FileWave): Prisma.WaveCreateManyInput {
  return { ...wave, firstDay: dateOf(firstDay), lastDay: dateOf(lastDay) };
}

function regionRow(region: FileRegion): Prisma.RegionCreateManyInput {
  const { code, country, kind, names, shortNames, capital, population, utcOffsets, timeZone, note } = region;
  const { isoCode2022, isoCodeNow, kato, fips, hasc } = region;
  return {
    ...{ id: code, country, kind, names, shortNames, capitalId: capital, timeZone, utcOffsets, note },
    codes: { iso2022: isoCode2022, isoNow: isoCodeNow, kato, fips, hasc },
    partOfId: region.carvedFrom,
    population: population?.value ?? null,
    populationOn: dateOrNull(population?.on ?? null),
    populationNote: population?.note ?? null,
    populationSource: population?.source ?? Prisma.DbNull,
    validFrom: dateOrNull(region.validFrom),
    validTo: dateOrNull(region.validTo),
  };
}

function localityRow(locality: FileLocality, regions: FileRegion[]): Prisma.LocalityCreateManyInput {
  const { id, names, kind, lat, lon, geonamesId, nameSources, note } = locality;
  const home = regions.find(({ code }) => code === locality.regions[0]?.region);
  if (home === undefined) throw new Error(`${id} lies in no region of the record.`);
  return { id, country: home.country, names, kind, latitude: lat, longitude: lon, geonamesId, nameSources, note };
}

function spellingRows({ id, spellings }: FileLocality): Prisma.LocalitySpellingCreateManyInput[] {
  const notes = new Map<string, string[]>();
  for (const { text, note } of spellings) notes.set(text, [...(notes.get(text) ?? []), ...(note ? [note] : [])]);
  return [...notes].map(([text, told]) => ({ localityId: id, text, note: told.join("; ") || null }));
}

function nameRows({ code, spellings }: FileRegion): Prisma.RegionSpellingCreateManyInput[] {
  return spellings.map(({ text, kind, language = null, until = null, since = null }) => ({
    ...{ regionId: code, text, kind, language, until, since },
  }));
}

/** `validTo` is kept as in the files and in the domain: the first day after. */
function membershipRows({ id, regions }: FileLocality): Prisma.LocalityRegionCreateManyInput[] {
  return regions.map(({ region, from, to }) => ({
    ...{ localityId: id, regionId: region },
    validFrom: dateOrNull(from),
    validTo: dateOrNull(to),
  }));
}
