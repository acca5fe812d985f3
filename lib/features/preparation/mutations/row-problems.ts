import type { DatabaseClient } from "@/lib/server/db";
import type { TypedRow } from "../schema/read-rows";
import { cellOf, columnsOfTable, type RowProblem, type TableName } from "../schema/tables";
import type { PreparedWave } from "../view/rows";

type Linked = { line: number; field: string; id: string };
export type TypedTable = { table: TableName; rows: readonly TypedRow[] };

/**
 * What the rows alone cannot know: whether an id is free, and whether what a row points to is recorded in the country.
 * Asked of every row as it was typed, so that a row that is wrong in itself is told all of it at once.
 */
export async function problemsInDatabase(
  client: DatabaseClient,
  { country }: PreparedWave,
  of: TypedTable,
): Promise<RowProblem[]> {
  const links = linksOf(of);
  const unknown = [
    ...(await missing(links.regions, (ids) => client.region.findMany(inCountry(ids, country)))),
    ...(await missing(links.places, (ids) => client.locality.findMany(inCountry(ids, country)))),
    ...(await missing(links.employers, (ids) => client.employer.findMany(inCountry(ids, country)))),
  ].map(({ line, field }) => ({ line, field, code: `${field}_unknown` }));
  const taken = new Set(await takenIds(client, of));
  const twice = of.rows
    .filter(({ cells }) => taken.has(cellOf(cells, "id")))
    .map(({ line }) => ({ line, field: "id", code: "id_taken" }));
  return [...unknown, ...twice];
}

function inCountry(ids: string[], country: string) {
  return { where: { id: { in: ids }, country }, select: { id: true } };
}

function linksOf({ table, rows }: TypedTable): Record<"regions" | "places" | "employers", Linked[]> {
  const columns = columnsOfTable(table);
  const link = (field: string) =>
    rows.flatMap(({ line, cells }) => {
      const id = cellOf(cells, field);
      const isNeeded = table === "places" && field === "region";
      return columns.includes(field) && (id !== "" || isNeeded) ? [{ line, field, id }] : [];
    });
  return { regions: link("region"), places: link("place"), employers: link("employer") };
}

async function missing(links: Linked[], find: (ids: string[]) => Promise<{ id: string }[]>): Promise<Linked[]> {
  if (links.length === 0) return [];
  const known = new Set((await find(links.map(({ id }) => id))).map(({ id }) => id));
  return links.filter(({ id }) => !known.has(id));
}

async function takenIds(client: DatabaseClient, { table, rows }: TypedTable): Promise<string[]> {
  const ids = rows.map(({ cells }) => cellOf(cells, "id"));
  const where = { where: { id: { in: ids } }, select: { id: true } };
  if (table === "places") return (await client.locality.findMany(where)).map(({ id }) => id);
  if (table === "employers") return (await client.employer.findMany(where)).map(({ id }) => id);
  const slugs = await client.workforce.findMany({ where: { slug: { in: ids } }, select: { slug: true } });
  return slugs.map(({ slug }) => slug);
}
