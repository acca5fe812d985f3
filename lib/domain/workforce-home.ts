import type { RegionRow } from "./place-rows";
import type { WorkforceRow } from "./wave-record";

type Home = Pick<WorkforceRow, "id" | "employerId" | "regionId">;

/** The regions a workforce is on record in: its own, else those of its employer's others; empty where none is known. */
export function homeRegions({ employerId, regionId }: Home, workforces: readonly Home[]): string[] {
  if (regionId !== null) return [regionId];
  if (employerId === null) return [];
  const others = workforces.filter((one) => one.employerId === employerId).flatMap((one) => one.regionId ?? []);
  return [...new Set(others)];
}

/**
 * Whether a region is another than all of these, and neither lies in the other. Where nobody said where somebody is at
 * home nothing is elsewhere.
 */
export function isElsewhere(
  regionId: string,
  homes: readonly string[],
  regions: readonly Pick<RegionRow, "id" | "partOfId">[],
): boolean {
  const around = withWholes(regionId, regions);
  return homes.length > 0 && homes.every((home) => !around.has(home) && !withWholes(home, regions).has(regionId));
}

/** A region and every one it lies in. */
function withWholes(regionId: string, regions: readonly Pick<RegionRow, "id" | "partOfId">[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at: string | null = regionId; at !== null && !found.has(at); ) {
    found.add(at);
    const here: string = at;
    at = regions.find(({ id }) => id === here)?.partOfId ?? null;
  }
  return found;
}
