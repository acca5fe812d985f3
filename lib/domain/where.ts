import type { FigureRow, SolidarityRow, WaveRecord, WorkforceSizeRow } from "./wave-record";

type Places = Pick<WaveRecord, "actions" | "events" | "workforces">;

/** The region a figure speaks of: its own, or that of its action, event or workforce; null where it is wider or not known. */
export function regionOfFigure(
  { regionId, actionId, eventId, workforceId }: Pick<FigureRow, "regionId" | "actionId" | "eventId" | "workforceId">,
  { actions, events, workforces }: Places,
): string | null {
  const about = actionId ?? eventId;
  const happened = about === null ? undefined : [...actions, ...events].find(({ id }) => id === about);
  return regionId ?? happened?.regionId ?? workforces.find(({ id }) => id === workforceId)?.regionId ?? null;
}

/** The region whose clock a claim goes by, of a figure or of a workforce's size. */
export function regionOfClaim(claim: FigureRow | WorkforceSizeRow, places: Places): string | null {
  if ("measure" in claim) return regionOfFigure(claim, places);
  return places.workforces.find(({ id }) => id === claim.workforceId)?.regionId ?? null;
}

/** Where support was given: the region of the action that it is itself, else of the one it was given to. */
export function regionOfSupport(
  { asActionId, toActionId }: Pick<SolidarityRow, "asActionId" | "toActionId">,
  { actions }: Pick<WaveRecord, "actions">,
): string | null {
  const regionOf = (id: string | null) => actions.find((action) => action.id === id)?.regionId ?? null;
  return regionOf(asActionId) ?? regionOf(toActionId);
}
