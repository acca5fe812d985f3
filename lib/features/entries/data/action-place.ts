import type { DatabaseClient } from "@/lib/server/db";
import { readLocalities, readRegions } from "../../waves/data/places";
import type { ActionProposal } from "../schema/action-proposal";
import type { FieldProblem } from "../schema/input";
import { type Placed, placedOn } from "../view/action-place";
import type { Where } from "../view/as-of";
import { type OpenWave, readOpenWave } from "./open-wave";

export type ActionPlace = {
  wave: OpenWave;
  where: Where;
  placed: Placed;
};

const NOWHERE: Placed = { regionId: null, localityId: null };

/** The wave, workforce and place an action speaks of, all published and of one country; or what is not there. */
export async function readActionPlace(
  client: DatabaseClient,
  { waveId, workforceId, place, start }: ActionProposal,
): Promise<ActionPlace | FieldProblem[]> {
  const wave = await readOpenWave(client, waveId);
  if (wave === null) return [{ field: "waveId", code: "wave_gone" }];
  const workforce = await client.workforce.findFirst({
    where: { id: workforceId ?? "", record: { waveId, state: "published" } },
    select: { regionId: true, localityId: true },
  });
  if (workforceId !== null && workforce === null) return [{ field: "workforceId", code: "workforce_gone" }];
  const regions = await readRegions(client, wave.country);
  const localities = await readLocalities(client, wave.country);
  const placed = placedOn(place, start.date, { regions, localities });
  if (placed === null) return [{ field: "place", code: "place_unknown" }];
  return {
    wave,
    where: { action: placed, workforce: workforce ?? NOWHERE, regions, localities, wave },
    placed,
  };
}
