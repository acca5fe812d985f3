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
  return wave.count + regions.count + localities.length;
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
  // Regions have no table of spellings; the search reads every value of the codes as a name.
  const spellings = Object.fromEntries(region.spellings.map(({ text }, index) => [`spelling${index + 1}`, text]));
  return {
    ...{ id: code, country, kind, names, shortNames, capitalId: capital, timeZone, utcOffsets, note },
    codes: { iso2022: isoCode2022, isoNow: isoCodeNow, kato, fips, hasc, ...spellings },
    partOfId: region.carvedFrom,
    population: population?.value ?? null,
    populationOn: dateOrNull(population?.on ?? null),
    populationNote: population?.note ?? null,
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

/** `validTo` is kept as in the files and in the domain: the first day after. */
function membershipRows({ id, regions }: FileLocality): Prisma.LocalityRegionCreateManyInput[] {
  return regions.map(({ region, from, to }) => ({
    ...{ localityId: id, regionId: region },
    validFrom: dateOrNull(from),
    validTo: dateOrNull(to),
  }));
}
