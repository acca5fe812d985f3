import type { DatabaseClient } from "@/lib/server/db";
import type { TableRows } from "../schema/read-rows";
import type { RowProblem } from "../schema/tables";
import type { PreparedWave } from "../view/rows";

type Linked = { line: number; field: string; id: string };

/** What the rows alone cannot know: whether an id is free, and whether what a row points to is recorded in the country. */
export async function problemsInDatabase(
  client: DatabaseClient,
  { country }: PreparedWave,
  of: TableRows,
): Promise<RowProblem[]> {
  const links = linksOf(of);
  const unknown = [
    ...(await missing(links.regions, (ids) => client.region.findMany(inCountry(ids, country)))),
    ...(await missing(links.places, (ids) => client.locality.findMany(inCountry(ids, country)))),
    ...(await missing(links.employers, (ids) => client.employer.findMany(inCountry(ids, country)))),
  ].map(({ line, field }) => ({ line, field, code: `${field}_unknown` }));
  const taken = new Set(await takenIds(client, of));
  const twice = of.rows.filter(({ id }) => taken.has(id)).map(({ line }) => ({ line, field: "id", code: "id_taken" }));
  return [...unknown, ...twice];
}

function inCountry(ids: string[], country: string) {
  return { where: { id: { in: ids }, country }, select: { id: true } };
}

function linksOf(of: TableRows): Record<"regions" | "places" | "employers", Linked[]> {
  const link = (field: string) =>
    of.rows.flatMap((row) => {
      const id = String((row as Record<string, unknown>)[field] ?? "");
      return id === "" && !(of.table === "places" && field === "region") ? [] : [{ line: row.line, field, id }];
    });
  return { regions: link("region"), places: link("place"), employers: link("employer") };
}

async function missing(links: Linked[], find: (ids: string[]) => Promise<{ id: string }[]>): Promise<Linked[]> {
  if (links.length === 0) return [];
  const known = new Set((await find(links.map(({ id }) => id))).map(({ id }) => id));
  return links.filter(({ id }) => !known.has(id));
}

async function takenIds(client: DatabaseClient, { table, rows }: TableRows): Promise<string[]> {
  const ids = rows.map(({ id }) => id);
  const where = { where: { id: { in: ids } }, select: { id: true } };
  if (table === "places") return (await client.locality.findMany(where)).map(({ id }) => id);
  if (table === "employers") return (await client.employer.findMany(where)).map(({ id }) => id);
  const slugs = await client.workforce.findMany({ where: { slug: { in: ids } }, select: { slug: true } });
  return slugs.map(({ slug }) => slug);
}
