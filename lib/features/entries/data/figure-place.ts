import type { DatabaseClient } from "@/lib/server/db";
import { readLocalities, readRegions } from "../../waves/data/places";
import type { FigureProposal } from "../schema/proposal";
import type { Where } from "../view/as-of";
import { type OpenWave, readOpenWave } from "./open-wave";

export type FigurePlace = {
  wave: OpenWave;
  where: Where;
  /** Every workforce of the action. */
  workforceIds: string[];
};

type Subject = Pick<FigureProposal, "waveId" | "workforceId" | "actionId">;
export type NoPlace = "wave_gone" | "workforce_gone" | "action_not_of_workforce";

/** The wave, action and workforce a figure is about, all published and belonging together, with what its clock needs. */
export async function readFigurePlace(client: DatabaseClient, subject: Subject): Promise<FigurePlace | NoPlace> {
  const wave = await readOpenWave(client, subject.waveId);
  if (wave === null) return "wave_gone";
  const inForce = { record: { waveId: wave.id, state: "published" as const } };
  const placeColumns = { regionId: true, localityId: true } as const;
  const workforce = await client.workforce.findFirst({
    where: { id: subject.workforceId, ...inForce },
    select: placeColumns,
  });
  if (workforce === null) return "workforce_gone";
  const action = await client.action.findFirst({
    where: { id: subject.actionId, ...inForce, workforces: { some: { workforceId: subject.workforceId } } },
    select: { ...placeColumns, workforces: { select: { workforceId: true } } },
  });
  if (action === null) return "action_not_of_workforce";
  const regions = await readRegions(client, wave.country);
  const localities = await readLocalities(client, wave.country);
  return {
    wave,
    where: { action, workforce, regions, localities, wave },
    workforceIds: action.workforces.map(({ workforceId }) => workforceId),
  };
}
