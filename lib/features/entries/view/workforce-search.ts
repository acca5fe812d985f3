import type { WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { searchWorkforces } from "../../search/view";

export type FoundWorkforce = { record: WaveRecord; workforce: WorkforceRow };

/** Workforces by any spelling, best first; all of them while nothing is asked. */
export function findWorkforces(records: readonly WaveRecord[], query: string): FoundWorkforce[] {
  return records.flatMap((record) => {
    const published = record.workforces.filter(({ state }) => state === "published");
    if (query.trim() === "") return published.map((workforce) => ({ record, workforce }));
    return searchWorkforces(record, query).flatMap(({ id }) => {
      const workforce = published.find((one) => one.id === id);
      return workforce === undefined ? [] : [{ record, workforce }];
    });
  });
}

export function subjectById(records: readonly WaveRecord[], workforceId: string): FoundWorkforce | null {
  return findWorkforces(records, "").find(({ workforce }) => workforce.id === workforceId) ?? null;
}
