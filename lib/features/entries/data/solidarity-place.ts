import type { Texts } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { toTexts } from "../../waves/data/moments";
import { readLocalities, readRegions } from "../../waves/data/places";
import type { FieldProblem } from "../schema/input";
import type { SolidarityProposal } from "../schema/solidarity-proposal";
import type { Where } from "../view/as-of";
import { type OpenWave, readOpenWave } from "./open-wave";

export type SolidarityPlace = {
  wave: OpenWave;
  where: Where;
  /** The names of the supporting workforce; null where it is no recorded one. */
  workforceNames: Texts | null;
};

const NOWHERE = { regionId: null, localityId: null };
type Subject = Pick<SolidarityProposal, "waveId" | "workforceId" | "toActionId" | "asActionId">;

/** What an act of support speaks of, all published and of one wave, with what its clock needs; or what is not there. */
export async function readSolidarityPlace(
  client: DatabaseClient,
  { waveId, workforceId, toActionId, asActionId }: Subject,
): Promise<SolidarityPlace | FieldProblem[]> {
  const wave = await readOpenWave(client, waveId);
  if (wave === null) return [{ field: "waveId", code: "wave_gone" }];
  const inForce = { record: { waveId, state: "published" as const } };
  const placed = { id: true, regionId: true, localityId: true } as const;
  const workforce = await client.workforce.findFirst({
    where: { id: workforceId ?? "", ...inForce },
    select: { ...placed, names: true },
  });
  const ids = [toActionId, asActionId].filter((id) => id !== null);
  const actions = await client.action.findMany({ where: { id: { in: ids }, ...inForce }, select: placed });
  const actionOf = (id: string | null) => actions.find((action) => action.id === id);
  const problems: FieldProblem[] = [];
  if (workforceId !== null && workforce === null) problems.push({ field: "workforceId", code: "workforce_gone" });
  if (toActionId !== null && !actionOf(toActionId)) problems.push({ field: "supported", code: "action_gone" });
  if (asActionId !== null && !actionOf(asActionId)) problems.push({ field: "asActionId", code: "action_gone" });
  if (problems.length > 0) return problems;
  const regions = await readRegions(client, wave.country);
  const localities = await readLocalities(client, wave.country);
  const action = actionOf(asActionId) ?? actionOf(toActionId) ?? NOWHERE;
  return {
    wave,
    where: { action, workforce: workforce ?? NOWHERE, regions, localities, wave },
    workforceNames: workforce && toTexts(workforce.names),
  };
}
