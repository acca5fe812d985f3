import type { Texts } from "@/lib/domain/wave-record";
import { toTexts } from "@/lib/features/waves/data/moments";
import { readEmployers, readLocalities, readRegions } from "@/lib/features/waves/data/places";
import type { DatabaseClient } from "@/lib/server/db";
import { type Directory, indexNames } from "../schema/directory";

const namesOf = (...texts: (Texts | null)[]) => texts.flatMap((one) => Object.values(one ?? {}));

/** Everything the rows of a file for this wave may name. */
export async function readDirectory(client: DatabaseClient, waveId: string): Promise<Directory> {
  const { country, timeZone } = await client.wave.findUniqueOrThrow({ where: { id: waveId } });
  const inForce = { record: { waveId, state: "published" as const } };
  const placed = { id: true, regionId: true, localityId: true } as const;
  const workforces = await client.workforce.findMany({
    where: inForce,
    select: { ...placed, slug: true, names: true, otherNames: true },
  });
  const actions = await client.action.findMany({ where: inForce, select: { ...placed, type: true } });
  const regionRows = await readRegions(client, country);
  const localityRows = await readLocalities(client, country);
  const employers = await readEmployers(client, country);
  return {
    ...{ waveId, timeZone, regionRows, localityRows },
    workforces: indexNames(
      workforces.map(({ id, slug, names, otherNames }) => ({
        id,
        names: [slug, ...namesOf(toTexts(names)), ...otherNames],
      })),
    ),
    places: indexNames(
      localityRows.map(({ id, names, spellings }) => ({
        id,
        names: [...namesOf(names), ...spellings.map(({ text }) => text)],
      })),
    ),
    regions: indexNames(
      regionRows.map(({ id, codes, names, shortNames, spellings }) => ({
        ...{
          id,
          names: [
            ...namesOf(names, shortNames),
            ...Object.values(codes).filter((one) => one !== null),
            ...spellings.map(({ text }) => text),
          ],
        },
      })),
    ),
    employers: indexNames(
      employers.map(({ id, names, otherNames }) => ({ id, names: [...namesOf(names), ...otherNames] })),
    ),
    actions: new Map(actions.map((action) => [action.id, action])),
    named: new Map([...workforces, ...employers].map(({ id, names }) => [id, toTexts(names)])),
    placed: new Map(workforces.map((workforce) => [workforce.id, workforce])),
  };
}
