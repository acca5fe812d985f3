import type { WaveRecord } from "@/lib/domain/wave-record";
import { shelf } from "@/lib/server/published/shelf-in-use";
import type { Asking } from "./selection";

/** The copy of a large wave is missing, damaged or of another publication: what is made from it cannot be shown now. */
export class NotOnShelf extends Error {
  override name = "NotOnShelf";
}

/** What was copied of the very publication that the page began with, so that none mixes two. */
export function copyOf(kept: WaveRecord): Asking {
  const copy = shelf().copyOf(kept);
  if (copy === null) throw new NotOnShelf(`There is no copy of version ${kept.version} of ${kept.wave.id} here.`);
  return copy;
}

/** Whether a wave can be read as of this publication; a large one only from its copy. */
export function isAtHand({ part, wave, version }: WaveRecord): boolean {
  return part === undefined || shelf().publicationOf(wave.id)?.version === version;
}

/** Whether pages that began with this publication of a large wave can go on reading it. */
export function hasCopy(kept: WaveRecord): boolean {
  return shelf().copyOf(kept) !== null;
}
