import { namedIds } from "./directory";
import type { RowCells } from "./row-cells";
import { foundIn } from "./row-references";
import { notesOf, plainDay, sourcesOf } from "./row-sources";
import { whenOf } from "./row-when";

/** What the form of an action would send for this row. */
export function actionOf(row: RowCells): Record<string, unknown> {
  const { directory } = row.reading;
  const workforceId = foundIn(row, "workforce", directory.workforces);
  const place = placeOf(row);
  const [of, id = ""] = place.split(" ");
  const action = { regionId: of === "region" ? id : null, localityId: of === "locality" ? id : null };
  return {
    recordKind: "action",
    ...{ waveId: directory.waveId, actionType: row.choice("type"), stoppage: row.choice("stoppage") },
    ...{ scope: row.choice("scope"), general: row.flag("general"), political: row.flag("political") },
    ...{ workforceId, participants: row.text("participants"), place },
    ...whenOf(row, { action, workforce: directory.placed.get(workforceId) }),
    ...{ endDate: plainDay(row, "end_date"), openEnd: row.flag("open_end"), certainty: row.choice("certainty") },
    sources: sourcesOf(row),
    ...notesOf(row),
  };
}

/**
 * As the form sends it: `locality zhanaozen`, `region KZ-47` or `country`. A place of two regions is told apart by its
 * region, and one that was never in the region beside it is refused: which of the two cells is wrong, nobody here knows.
 */
export function placeOf(row: RowCells): string {
  const { places, regions } = row.reading.directory;
  if (row.text("place").toLowerCase() === "country") return "country";
  const regionId = foundIn(row, "region", regions);
  const place = row.text("place");
  if (place === "") return regionId === "" ? "" : `region ${regionId}`;
  const ids = namedIds(places, place);
  if (ids.length === 0) return row.refuse("place", "reference_unknown");
  if (regionId === "") return ids.length === 1 ? `locality ${ids[0]}` : row.refuse("place", "reference_ambiguous");
  const [id, ...others] = ids.filter((one) => wasEverIn(row, one, regionId));
  if (id === undefined) return row.refuse("place", "place_elsewhere", [place, row.text("region")]);
  return others.length === 0 ? `locality ${id}` : row.refuse("place", "reference_ambiguous");
}

/** Borders move: a table may name the region of then, that of today, or the one it was carved out of. */
function wasEverIn({ reading: { directory } }: RowCells, localityId: string, regionId: string): boolean {
  const homes = directory.localityRows.find(({ id }) => id === localityId)?.regions ?? [];
  const carvedFrom = (id: string) => directory.regionRows.find((region) => region.id === id)?.partOfId;
  // Of a place whose region nobody recorded nothing can be contradicted.
  return homes.length === 0 || homes.some((home) => [home.regionId, carvedFrom(home.regionId)].includes(regionId));
}
