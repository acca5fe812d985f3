import type { WaveRecord } from "@/lib/domain/wave-record";

/** Whether lists made of this record may hold fewer of a kind than the wave has: of a large wave there is a part at hand. */
export function isCut({ part }: Pick<WaveRecord, "part">): boolean {
  return part !== undefined && (part.digest !== null || part.related !== undefined);
}
