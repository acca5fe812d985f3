import { SPREAD_KINDS } from "@/lib/domain/spread-records";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { columnNames } from "@/lib/shared/files/file-registry";
import { joiningOrder, joiningWitnesses, recordSpread } from "./record-spread";

const NOT_JOINED = ["", "", "", "", "", "", ""];

/** The order of joining as a file: a row per kind and region; of those never in the record times and places are empty. */
export function joiningFile(record: WaveRecord): { header: string[]; rows: string[][] } {
  const order = joiningOrder(record, recordSpread(record));
  const actions = new Map(record.actions.map((action) => [action.id, action]));
  const rows = SPREAD_KINDS.flatMap((kind) => [
    ...order[kind].joined.map((joining) => [
      ...[kind, joining.regionCode, String(joining.place.best), String(joining.place.worst)],
      ...[new Date(joining.earliest).toISOString(), new Date(joining.latest).toISOString()],
      ...[String(joining.claimedOnly), joining.tiedWith.join(" ")],
      ...[joiningWitnesses(joining, actions).join(" "), joining.gaps.join(" ")],
    ]),
    ...order[kind].never.map(({ regionCode, gaps }) => [kind, regionCode, ...NOT_JOINED, gaps.join(" ")]),
  ]);
  return { header: columnNames("joining"), rows };
}
