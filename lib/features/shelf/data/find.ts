import type { WaveRecord } from "@/lib/domain/wave-record";
import { nearestStep, stepsKnownOn } from "@/lib/features/regions/view/steps";
import { NO_ROWS } from "@/lib/features/waves/data/rows";
import { shelf } from "@/lib/server/published/shelf-in-use";
import { recordAround, workforceAround } from "./around";
import { digestAt } from "./digest";
import { type Digested, extractOf } from "./extract";
import { NOW } from "./selection";

/** A reader's moments: what the map shows, and by when it had to be known. */
export type AskedMoments = { at: string | null; knownOn: string | null; knownAt: number | null };

/** What pages about the whole of a large wave are made from, at these moments. */
export function extractAt(kept: WaveRecord, { at, knownOn, knownAt }: AskedMoments): WaveRecord {
  const known = knownAt ?? NOW;
  const digested = digestedAt(kept, known);
  const steps = stepsKnownOn(kept.part?.digest?.steps ?? digested.digest.steps, knownOn);
  return extractOf(shelf(), kept, { ...digested, at: known, step: nearestStep(steps, at) ?? undefined });
}

function digestedAt(kept: WaveRecord, at: number): Digested {
  const sql = "SELECT body FROM digests WHERE wave = ? AND since <= ? ORDER BY since DESC LIMIT 1";
  const latest = "SELECT body FROM digests WHERE wave = ? ORDER BY since DESC LIMIT 1";
  const { id } = kept.wave;
  const [found] = at === NOW ? shelf().all<{ body: string }>(latest, id) : shelf().all<{ body: string }>(sql, id, at);
  if (found) return JSON.parse(found.body);
  const { part: _, ...base } = kept;
  return { digest: digestAt(shelf(), { ...base, ...NO_ROWS }, at), picks: [] };
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
