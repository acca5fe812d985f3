import { parseRecordId } from "@/lib/domain/id";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { InLargeWaves } from "@/lib/features/addresses/view/known-wave";
import { nearestStep, stepsKnownOn } from "@/lib/features/regions/view/steps";
import { NO_ROWS } from "@/lib/features/waves/data/rows";
import { shelf } from "@/lib/server/published/shelf-in-use";
import { askedWorkforceId, recordAround, workforcesAround } from "./around";
import { copyOf } from "./copy-of";
import { correctionChoices } from "./correction-log";
import { digested } from "./digest";
import { extractOf } from "./extract";
import { recordInRegions } from "./in-regions";
import { NOW } from "./selection";

/** A reader's moments: what the map shows, and by when it had to be known. */
export type AskedMoments = { at: string | null; knownOn: string | null; knownAt: number | null };

/** What pages about the whole of a large wave are made from, at these moments. */
export function extractAt(kept: WaveRecord, { at, knownOn, knownAt }: AskedMoments): WaveRecord {
  const copy = copyOf(kept);
  const { part, ...wave } = kept;
  const base = { ...wave, ...NO_ROWS };
  const known = digested(copy, base, knownAt ?? NOW);
  const steps = stepsKnownOn(part?.digest?.steps ?? known.digest.steps, knownOn);
  return extractOf(copy, base, known, { at: knownAt ?? NOW, step: nearestStep(steps, at) ?? undefined });
}

/** The part of a large wave that a record's page needs; null when none of these waves holds it. */
export function partAroundRecord(large: readonly WaveRecord[], id: string): WaveRecord | null {
  const code = parseRecordId(id)?.waveCode;
  const kept = large.find(({ wave }) => wave.code === code);
  return kept ? recordAround(copyOf(kept), kept, id) : null;
}

/** As `partAroundRecord`, of a workforce by its part of the address, now or once, or its id. */
export function partAroundWorkforce(large: readonly WaveRecord[], asked: string): WaveRecord | null {
  const copies = large.flatMap((kept) => {
    const copy = shelf().copyOf(kept);
    const found = copy && askedWorkforceId(copy, kept.wave.id, asked);
    return copy && found ? [{ kept, copy, ...found }] : [];
  });
  const found = copies.find(({ led }) => led === "now") ?? copies[0];
  // What another of them holds is found, whatever became of the rest.
  if (found === undefined) for (const kept of large) copyOf(kept);
  return found ? workforcesAround(found.copy, found.kept, [found.id]) : null;
}

/** The part of a large wave in which some of its workforces stand beside each other; what it does not have is left out. */
export function partAroundWorkforces(kept: WaveRecord, asked: readonly string[]): WaveRecord {
  const copy = copyOf(kept);
  const ids = asked.flatMap((one) => askedWorkforceId(copy, kept.wave.id, one)?.id ?? []);
  return workforcesAround(copy, kept, ids);
}

/** The part of a large wave that happened in some of its regions, as known at a moment. */
export function partInRegions(kept: WaveRecord, codes: readonly string[], knownAt: number | null): WaveRecord {
  const copy = copyOf(kept);
  const { part: _, ...wave } = kept;
  const base = { ...wave, ...NO_ROWS };
  const at = knownAt ?? NOW;
  return recordInRegions(copy, base, { at, known: digested(copy, base, at), codes });
}

/** What exists in large waves, for the address book. */
export const inLargeWaves: InLargeWaves = {
  correctionChoices,
  hasRecord(kept, id) {
    const copy = shelf().copyOf(kept);
    if (copy === null) return "unknown";
    return copy.all("SELECT 1 FROM versions WHERE id = ? LIMIT 1", id).length > 0 ? "now" : "no";
  },
  hasWorkforce(kept, asked) {
    const copy = shelf().copyOf(kept);
    return copy === null ? "unknown" : (askedWorkforceId(copy, kept.wave.id, asked)?.led ?? "no");
  },
};
