import type { DatabaseClient } from "@/lib/server/db";
import { isIdOf, type Reference } from "../view/record-rules";

/** Of what a record would point to, that which is no published record of the wave, and no place or employer recorded here. */
export async function findMissing(
  client: DatabaseClient,
  waveId: string,
  references: readonly Reference[],
): Promise<Reference[]> {
  const wanted = (...kinds: Reference["to"][]) => references.filter(({ to }) => kinds.includes(to)).map(({ id }) => id);
  const inIds = (ids: string[]) => ({ where: { id: { in: ids } }, select: { id: true } });
  const places = await Promise.all([
    client.region.findMany(inIds(wanted("region"))),
    client.locality.findMany(inIds(wanted("locality"))),
    client.employer.findMany(inIds(wanted("employer"))),
    client.record.findMany({
      where: { id: { in: references.map(({ id }) => id) }, waveId, state: "published" },
      select: { id: true },
    }),
  ]);
  const known = new Set(places.flat().map(({ id }) => id));
  return references.filter((reference) => !isIdOf(reference) || !known.has(reference.id));
}
