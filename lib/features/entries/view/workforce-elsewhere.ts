import type { HomeElsewhere } from "@/lib/domain/entry-warnings";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { homeRegions, isElsewhere } from "@/lib/domain/workforce-home";
import { isCalendarDate } from "@/lib/shared/local-time";
import { placeOf } from "../schema/action-proposal";
import type { NewRecordInput } from "../schema/kinds";
import { placedOn } from "./action-place";

type Chosen = { field: string; workforceId: string; regionId: string | null };

/** The workforce chosen beside a place that is in no region it is on record in; null where they fit or nobody can say. */
export function workforceElsewhere(input: NewRecordInput, record: WaveRecord): HomeElsewhere | null {
  const { regions } = record;
  const workforces = record.workforces.filter(({ state }) => state === "published");
  const { field, workforceId, regionId } = chosenIn(input, record);
  const workforce = workforces.find(({ id }) => id === workforceId);
  if (workforce === undefined || regionId === null) return null;
  const homes = homeRegions(workforce, workforces);
  if (!isElsewhere(regionId, homes, regions)) return null;
  const namesOf = (id: string) => regions.find((region) => region.id === id)?.names ?? null;
  return {
    ...{ field, id: workforce.id, names: workforce.names },
    place: namesOf(regionId),
    homes: homes.flatMap((id) => namesOf(id) ?? []),
  };
}

/** A place is chosen itself, or with the action that is counted or that the support was. */
function chosenIn(input: NewRecordInput, record: WaveRecord): Chosen {
  const of = (field: string, workforceId: string, actionId: string): Chosen => {
    const action = record.actions.find(({ id }) => id === actionId);
    return { field, workforceId, regionId: action?.regionId ?? null };
  };
  if (!("recordKind" in input)) return of("actionId", input.workforceId, input.actionId);
  if (input.recordKind === "solidarity") {
    const isWorkforce = input.supporterKind === "workforce";
    return of("asActionId", isWorkforce ? input.workforceId : "", input.asActionId);
  }
  if (input.recordKind !== "action") return { field: "", workforceId: "", regionId: null };
  const place = placeOf(input.place);
  const date = isCalendarDate(input.date) ? input.date : record.wave.firstDay;
  const regionId = (place && placedOn(place, date, record)?.regionId) ?? null;
  return { field: "place", workforceId: input.workforceId, regionId };
}
