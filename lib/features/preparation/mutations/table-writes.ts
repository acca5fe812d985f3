import { Prisma } from "@/lib/generated/prisma/client";
import { createRecord } from "@/lib/server/records/numbers";
import { createRevision } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import { textsOf } from "../schema";
import type { TableRows } from "../schema/read-rows";
import type { EmployerTableRow, PlaceRow, WorkforceTableRow } from "../schema/tables";
import type { PreparedWave } from "../view/rows";

/** Writes checked rows; what is returned is what the log's line is about. */
export async function writeRows(tx: Transaction, wave: PreparedWave, of: TableRows): Promise<unknown[]> {
  if (of.table === "places") return writePlaces(tx, wave, of.rows);
  if (of.table === "employers") return writeEmployers(tx, wave, of.rows);
  const written: unknown[] = [];
  for (const row of of.rows) written.push(await writeWorkforce(tx, wave, row));
  return written;
}

async function writePlaces(tx: Transaction, { country }: PreparedWave, rows: readonly PlaceRow[]): Promise<unknown[]> {
  const places = rows.map((row) => ({
    ...{ id: row.id, country, names: textsOf(row, "name"), kind: row.kind },
    ...{ latitude: row.latitude, longitude: row.longitude },
  }));
  await tx.locality.createMany({ data: places });
  await tx.localityRegion.createMany({ data: rows.map(({ id, region }) => ({ localityId: id, regionId: region })) });
  await tx.localitySpelling.createMany({
    data: rows.flatMap(({ id, other_names }) => [...new Set(other_names)].map((text) => ({ localityId: id, text }))),
  });
  return places;
}

async function writeEmployers(
  tx: Transaction,
  { country }: PreparedWave,
  rows: readonly EmployerTableRow[],
): Promise<unknown[]> {
  const employers = rows.map((row) => ({
    ...{ id: row.id, country, names: textsOf(row, "name"), otherNames: row.other_names },
    ...{ isic: row.isic || null, links: [] },
  }));
  await tx.employer.createMany({ data: employers });
  return employers;
}

/** A workforce is a public record: it has an id for ever and a first version, which no entry stands behind. */
async function writeWorkforce(tx: Transaction, wave: PreparedWave, row: WorkforceTableRow): Promise<unknown> {
  const id = await createRecord(tx, wave, "workforce");
  const regionId = row.region || (await regionOfPlace(tx, row.place));
  const columns = {
    ...{ id, slug: row.id, names: textsOf(row, "name"), occupation: textsOf(row, "occupation") },
    otherNames: row.other_names,
    ...{ employerId: row.employer || null, localityId: row.place || null, regionId },
    ...{ wholeEmployer: row.whole_employer === "yes", note: Prisma.DbNull },
  };
  await tx.workforce.create({ data: columns });
  const { snapshot } = await createRevision(tx, {
    row: columns,
    citations: [],
    valid: { from: null, to: null },
    entryId: null,
  });
  return snapshot;
}

/** A place says its region, so that nobody needs to type both. */
async function regionOfPlace(tx: Transaction, place: string): Promise<string | null> {
  if (place === "") return null;
  const home = await tx.localityRegion.findFirst({ where: { localityId: place, validTo: null } });
  return home?.regionId ?? null;
}
