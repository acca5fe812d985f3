import { setImmediate as nextTurn } from "node:timers/promises";
import type { RecordKind } from "@/lib/domain/id";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type Step, stepsOf } from "@/lib/features/regions/view/steps";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { localDate, startOfDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import { crowdHistory } from "./crowd-history";
import { keepSizes } from "./crowd-sizes";
import { keepCrowds } from "./crowd-states";
import { digestAt, digested, forgetDay, putDigest } from "./digest";
import { extractOf, picksAt } from "./extract";
import { lightAt, readLight } from "./light";
import { keptMap, mapsOf, putMap, stepsWithoutMap } from "./maps";
import { renewDay } from "./renew-day";
import { NOW } from "./selection";

/** The records that were copied; `since` is the instant from which on something else than before may have been known. */
export type Changed = { records: readonly { id: string; kind: RecordKind }[]; since: number };

/** So many crowds are worked out before this process does what else there is to do. */
const CROWDS_AT_ONCE = 200;

/**
 * Works out anew what only the whole wave can say: for each day something was recorded on, as known by its end. Of a
 * publication only the crowds it touches, and the days since the copy before, for what was known before stays so; of
 * one of figures alone only what they say. A step that the wave did not have until then comes on the maps of all days.
 */
export async function summarise(writing: ShelfWriting, base: WaveRecord, changed: Changed | null): Promise<WaveRecord> {
  const resized = await summariseCrowds(writing, base, changed);
  const isOfFigures = changed?.records.every(({ kind }) => kind === "figure" || kind === "source") ?? false;
  const light = readLight(writing, base.wave.id);
  const days = knownDays(writing, base, changed);
  const last = days.at(-1) ?? NOW;
  const steps = stepsOf(lightAt(light, base, NOW));
  for (const [index, end] of days.entries()) {
    const isAnew = end === last || changed === null || end >= changed.since;
    const isRenewed =
      isAnew && isOfFigures && renewDay(writing, { known: lightAt(light, base, end), at: end, steps: resized });
    if (isAnew && !isRenewed) forgetDay(writing, base.wave.id, end);
    const missing = stepsWithoutMap(writing, base.wave.id, { at: end, steps: askedOf(steps, days[index + 1], base) });
    if (missing.length === 0) continue;
    const known = lightAt(light, base, end);
    await putMaps(writing, known, { at: end, steps: missing });
    if (isAnew && !isRenewed) putDay(writing, known, end);
  }
  return extractOf(writing, base, digested(writing, base, NOW), { at: NOW });
}

/** Until something else was recorded, a day's map is asked for at each step that can have been known. */
function askedOf(steps: readonly Step[], next: number | undefined, { wave }: WaveRecord): readonly Step[] {
  if (next === undefined) return steps;
  const before = localDate(next, wave.timeZone);
  return steps.filter(({ date }, index) => index === 0 || date < before);
}

async function putMaps(
  writing: ShelfWriting,
  known: WaveRecord,
  { at, steps }: { at: number; steps: readonly Step[] },
): Promise<void> {
  const mapOf = mapsOf(writing, known, at);
  for (const step of steps) {
    putMap(writing, known.wave.id, { at, step, map: mapOf(step) });
    await nextTurn();
  }
}

function putDay(writing: ShelfWriting, known: WaveRecord, at: number): void {
  const make = mapsOf(writing, known, at);
  const mapOf = (step: Step) => keptMap(writing, known.wave.id, { at, step }) ?? make(step);
  const digest = digestAt(writing, known, { at, mapOf });
  putDigest(writing, known.wave.id, { at, digest, picks: picksAt(writing, known, { digest, at }) });
}

/** Works out crowds anew; answers on the maps of which steps one of them has or had a size. */
async function summariseCrowds(
  writing: ShelfWriting,
  base: WaveRecord,
  changed: Changed | null,
): Promise<ReadonlySet<string>> {
  const resized = new Set<string>();
  const all = "SELECT DISTINCT about FROM versions WHERE wave = ? AND kind = 'figure' AND measure = 'attendance'";
  const subjects =
    changed === null
      ? writing.all<{ about: string }>(all, base.wave.id).map(({ about }) => about)
      : subjectsOf(writing, changed);
  for (const [index, subject] of subjects.entries()) {
    const known = crowdHistory(writing, base, subject);
    keepCrowds(writing, base, { subject, known });
    for (const step of keepSizes(writing, base, { subject, known })) resized.add(step);
    if (index % CROWDS_AT_ONCE === 0) await nextTurn();
  }
  return resized;
}

function subjectsOf(writing: ShelfWriting, { records }: Changed): string[] {
  const about = records.flatMap(({ id }) =>
    writing.all<{ about: string | null }>("SELECT DISTINCT about FROM versions WHERE id = ?", id),
  );
  return [...new Set([...records.map(({ id }) => id), ...about.flatMap((one) => one.about ?? [])])];
}

/** The ends of the local days on which anything of the wave was recorded, in order. */
function knownDays(writing: ShelfWriting, { wave }: WaveRecord, changed: Changed | null): number[] {
  const all = "SELECT DISTINCT since FROM versions WHERE wave = ?";
  const ofRecord = "SELECT DISTINCT since FROM versions WHERE id = ?";
  const instants =
    changed === null
      ? writing.all<{ since: number }>(all, wave.id)
      : changed.records.flatMap(({ id }) => writing.all<{ since: number }>(ofRecord, id));
  const dates = new Set(instants.map(({ since }) => localDate(since, wave.timeZone)));
  const there = writing.all<{ since: number }>("SELECT since FROM digests WHERE wave = ?", wave.id);
  const ends = [...dates].map((date) => startOfDate(addDays(date, 1), wave.timeZone) - 1);
  return [...new Set([...there.map(({ since }) => since), ...ends])].sort((a, b) => a - b);
}
