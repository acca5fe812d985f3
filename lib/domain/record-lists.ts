import type { RecordKind } from "./id";
import type { WaveRecord } from "./wave-record";

/** In which list of a record the rows of a kind stand. */
export const LISTS = {
  source: "sources",
  workforce: "workforces",
  workforce_size: "workforceSizes",
  action: "actions",
  figure: "figures",
  event: "events",
  demand: "demands",
  solidarity: "solidarity",
  coverage_note: "coverageNotes",
} as const satisfies Record<RecordKind, keyof WaveRecord>;
