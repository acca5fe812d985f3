import type { WaveRecord } from "@/lib/domain/wave-record";
import { nearestStep, stepsKnownOn } from "@/lib/features/regions/view/steps";
import { NO_ROWS } from "@/lib/features/waves/data/rows";
import { shelf } from "@/lib/server/published/shelf-in-use";
import { recordAround, workforceAround } from "./around";
import { digested } from "./digest";
import { extractOf } from "./extract";
import { NOW } from "./selection";

/** A reader's moments: what the map shows, and by when it had to be known. */
export type AskedMoments = { at: string | null; knownOn: string | null; knownAt: number | null };

/** What pages about the whole of a large wave are made from, at these moments. */
export function extractAt(kept: WaveRecord, { at, knownOn, knownAt }: AskedMoments): WaveRecord {
  const { part, ...wave } = kept;
  const base = { ...wave, ...NO_ROWS };
  const known = digested(shelf(), base, knownAt ?? NOW);
  const steps = stepsKnownOn(part?.digest?.steps ?? known.digest.steps, knownOn);
  return extractOf(shelf(), base, known, { at: knownAt ?? NOW, step: nearestStep(steps, at) ?? undefined });
}

/** The part of a large wave that a record's page needs; null when none of them holds it. */
export function partAroundRecord(extracts: readonly WaveRecord[], id: string): WaveRecord | null {
  return extracts.length === 0 ? null : recordAround(shelf(), extracts, id);
}

/** As `partAroundRecord`, of a workforce by its part of the address or its id. */
export function partAroundWorkforce(extracts: readonly WaveRecord[], asked: string): WaveRecord | null {
  return extracts.length === 0 ? null : workforceAround(shelf(), extracts, asked);
}

/** What exists in large waves, for the address book. */
export const inLargeWaves = {
  hasRecord: (id: string) => shelf().all("SELECT 1 FROM versions WHERE id = ? LIMIT 1", id).length > 0,
  hasWorkforce: (wave: WaveRecord, asked: string) => {
    const sql = "SELECT 1 FROM versions WHERE wave = ? AND (slug = ? OR (id = ? AND kind = 'workforce')) LIMIT 1";
    return shelf().all(sql, wave.wave.id, asked, asked).length > 0;
  },
};
