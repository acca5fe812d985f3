import type { WaveRecord } from "@/lib/domain/wave-record";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { keptDigest, putDigest, withFiguresOf } from "./digest";
import { picksAt } from "./extract";
import { copyMaps, mapsOf, putMap } from "./maps";

/** A day of the wave as known by its end, without figures, and the steps on whose maps a crowd is now of another size. */
type Renewed = { known: WaveRecord; at: number; steps: ReadonlySet<string> };

/**
 * Brings what is kept of a day up to a publication of nothing but figures and their sources: orders, states of regions
 * and days of reach are made from other records and stay as they were. False where nothing is kept to go on from.
 */
export function renewDay(writing: ShelfWriting, { known, at, steps }: Renewed): boolean {
  const waveId = known.wave.id;
  const kept = keptDigest(writing, waveId, at);
  if (kept === null) return false;
  // Nothing else was recorded since that day: what it came to is what this one came to.
  if (kept.at < at) copyMaps(writing, waveId, { from: kept.at, to: at });
  const mapOf = mapsOf(writing, known, at);
  for (const step of kept.digest.steps)
    if (steps.has(step.key)) putMap(writing, waveId, { at, step, map: mapOf(step) });
  const digest = withFiguresOf(kept.digest, writing, known, at);
  putDigest(writing, waveId, { at, digest, picks: picksAt(writing, known, { digest, at }) });
  return true;
}
