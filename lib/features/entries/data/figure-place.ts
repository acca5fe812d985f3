import type { DatabaseClient } from "@/lib/server/db";
import { readDays } from "../../waves/data/open-end";
import { readLocalities, readRegions } from "../../waves/data/places";
import type { FigureProposal } from "../schema/proposal";
import type { Where } from "../view/as-of";

export type FigurePlace = {
  /** With its first and last local date. */
  wave: { id: string; code: string; timeZone: string; firstDay: string; lastDay: string; openEnd: boolean };
  where: Where;
  /** Every workforce of the action. */
  workforceIds: string[];
};

type Subject = Pick<FigureProposal, "waveId" | "workforceId" | "actionId">;
export type NoPlace = "wave_gone" | "workforce_gone" | "action_not_of_workforce";

/** The wave, action and workforce a figure is about, all published and belonging together, with what its clock needs. */
export async function readFigurePlace(client: DatabaseClient, subject: Subject): Promise<FigurePlace | NoPlace> {
  const wave = await client.wave.findFirst({ where: { id: subject.waveId, state: { not: "draft" } } });
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
    wave: {
      ...{ id: wave.id, code: wave.code, timeZone: wave.timeZone },
      ...(await readDays(client, wave)),
    },
    where: { action, workforce, regions, localities, wave },
    workforceIds: action.workforces.map(({ workforceId }) => workforceId),
  };
}
