import { geoConicEqualArea } from "d3-geo";
import type { ImportedMap, MapFrame, MapShapes } from "@/lib/domain/map-shapes";
import { isValidOn } from "@/lib/domain/region-validity";
import type { LocalityRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";

type Placing = { country: string; firstDay: string; localities: readonly LocalityRow[] };

/** The imported map of a country with the localities recorded there by now; null where none was imported. */
export async function readShapes(client: DatabaseClient, placing: Placing): Promise<MapShapes | null> {
  const row = await client.countryMap.findUnique({ where: { country: placing.country } });
  // Written by the import alone, so its shape is known.
  return row && { ...withLocalities(row.shapes as unknown as ImportedMap, placing), credit: row.credit };
}

/** Each locality in the frame of the region it was in on the wave's first day; of no drawn region, on no map. */
export function withLocalities(
  { frames, frameOf, ...drawn }: ImportedMap,
  { firstDay, localities }: Omit<Placing, "country">,
): MapShapes {
  const projections = frames.map(projectionOf);
  const placed = localities.flatMap(({ id, regions, latitude, longitude }) => {
    const home = regions.find((region) => isValidOn(region, firstDay))?.regionId ?? "";
    const at = projections[frameOf[home] ?? -1]?.([longitude, latitude]);
    return at ? [[id, { x: tenth(at[0]), y: tenth(at[1]), side: "e" as const }] as const] : [];
  });
  return { ...drawn, localities: Object.fromEntries(placed), markers: [] };
}

function projectionOf({ parallels, rotate, scale, translate }: MapFrame) {
  return geoConicEqualArea()
    .parallels([...parallels])
    .rotate([...rotate])
    .scale(scale)
    .translate([...translate]);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
