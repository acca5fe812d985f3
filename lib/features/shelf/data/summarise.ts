import { setImmediate as nextTurn } from "node:timers/promises";
import type { RecordKind } from "@/lib/domain/id";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { ShelfWriting } from "@/lib/server/published/shelf";
import { localDate, startOfDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import { keepCrowds } from "./crowd-states";
import { digestAt } from "./digest";
import { type Digested, extractOf, picksAt } from "./extract";
import { type Light, lightAt, readLight } from "./light";
import { NOW } from "./selection";

export type Changed = readonly { id: string; kind: RecordKind }[];

/**
 * Works out anew what only the whole wave can say: for each day something was recorded on, as known by its end, and as
 * known now. Of a publication only the crowds it touches and the last day's are, for what was known before stays so.
 */
export async function summarise(writing: ShelfWriting, base: WaveRecord, changed: Changed | null): Promise<WaveRecord> {
  keepCrowds(writing, base, changed === null ? null : subjectsOf(writing, changed));
  const light = readLight(writing, base.wave.id);
  const days = knownDays(writing, base);
  for (const end of changed === null ? days.slice(0, -1) : []) {
    putDigest(writing, base, light, end);
    await nextTurn();
  }
  const latest = putDigest(writing, base, light, days.at(-1) ?? NOW);
  return extractOf(writing, base, { ...latest, at: NOW });
}

function subjectsOf(writing: ShelfWriting, changed: Changed): string[] {
  const about = changed.flatMap(({ id }) =>
    writing.all<{ about: string | null }>("SELECT DISTINCT about FROM versions WHERE id = ?", id),
  );
  return [...new Set([...changed.map(({ id }) => id), ...about.flatMap((one) => one.about ?? [])])];
}

/** The ends of the local days on which anything of the wave was recorded, in order. */
function knownDays(writing: ShelfWriting, { wave }: WaveRecord): number[] {
  const instants = writing.all<{ since: number }>("SELECT DISTINCT since FROM versions WHERE wave = ?", wave.id);
  const dates = new Set(instants.map(({ since }) => localDate(since, wave.timeZone)));
  return [...dates].sort().map((date) => startOfDate(addDays(date, 1), wave.timeZone) - 1);
}

function putDigest(writing: ShelfWriting, base: WaveRecord, light: Light, at: number): Digested {
  const known = lightAt(light, base, at);
  const digest = digestAt(writing, known, at);
  const digested = { digest, picks: picksAt(writing, known, { digest, at }) };
  const sql = "INSERT INTO digests VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body";
  writing.run(sql, base.wave.id, at, JSON.stringify(digested));
  return digested;
}
