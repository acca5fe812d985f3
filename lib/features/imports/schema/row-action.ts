import { findNamed } from "./directory";
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

/** As the form sends it: `locality zhanaozen`, `region KZ-47` or `country`. A place of two regions is told apart by its region. */
export function placeOf(row: RowCells): string {
  const { places, regions, localityRows } = row.reading.directory;
  if (row.text("place").toLowerCase() === "country") return "country";
  const regionId = foundIn(row, "region", regions);
  const place = row.text("place");
  if (place === "") return regionId === "" ? "" : `region ${regionId}`;
  const found = findNamed(places, place);
  if ("id" in found) return `locality ${found.id}`;
  if (found.refusal === "reference_unknown" || regionId === "") return row.refuse("place", found.refusal);
  const named = [...(places.get(place.toLowerCase()) ?? [])].filter((id) =>
    localityRows.some((one) => one.id === id && one.regions.some((home) => home.regionId === regionId)),
  );
  return named.length === 1 ? `locality ${named[0]}` : row.refuse("place", "reference_ambiguous");
}
