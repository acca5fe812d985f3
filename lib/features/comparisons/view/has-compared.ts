import type { WaveRecord } from "@/lib/domain/wave-record";
import { regionsOfWave } from "@/lib/features/regions/view/record-spread";
import { askedWorkforce } from "@/lib/features/workforces/view/asked-workforce";
import type { HasCompared } from "./asked";

/** What of an address a record has: regions of its days, and workforces by their part of an address or their id. */
export function hasCompared(record: WaveRecord): HasCompared {
  const codes = new Set(regionsOfWave(record).map(({ id }) => id));
  return { regions: (code) => codes.has(code), workforces: (name) => askedWorkforce(record, name) !== null };
}
