import type { MapAtStep } from "@/lib/domain/wave-digest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { mapAtStep } from "@/lib/features/regions/view/map-at-step";
import { recordSpread } from "@/lib/features/regions/view/record-spread";
import type { Step } from "@/lib/features/regions/view/steps";
import { zoneOf } from "@/lib/features/waves/view/reading-context";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { sizesAt } from "./crowd-sizes";
import { lightAt, readLight } from "./light";
import type { Asking } from "./selection";

/** Makes the map of a wave as known at a moment, step by step. `light` is the wave as known then. */
export function mapsOf(asking: Asking, light: WaveRecord, at: number): (step: Step) => MapAtStep {
  const { localities } = light;
  const spread = recordSpread(light);
  const zones = new Map([null, ...light.regions.map(({ id }) => id)].map((id) => [id, zoneOf(light, id)]));
  const zone = (regionId: string | null) => zones.get(regionId) ?? light.wave.timeZone;
  return (step) => mapAtStep(step, { spread, localities, zone, ...sizesAt(asking, light.wave, { step, at }) });
}

type AtStep = { at: number; step: Step };

export function putMap(writing: ShelfWriting, waveId: string, { at, step, map }: AtStep & { map: MapAtStep }): void {
  writing.run("INSERT OR REPLACE INTO maps VALUES (?, ?, ?, ?)", waveId, at, step.key, JSON.stringify(map));
}

/** What the maps of one day show, as those of another. */
export function copyMaps(writing: ShelfWriting, waveId: string, { from, to }: { from: number; to: number }): void {
  const sql = "INSERT OR REPLACE INTO maps SELECT wave, ?, step, body FROM maps WHERE wave = ? AND since = ?";
  writing.run(sql, to, waveId, from);
}

/** Those of the steps of which the shelf has no map as known by the end of this day. */
export function stepsWithoutMap(
  asking: Asking,
  waveId: string,
  { at, steps }: { at: number; steps: readonly Step[] },
): Step[] {
  const sql = "SELECT step FROM maps WHERE wave = ? AND since = ?";
  const there = new Set(asking.all<{ step: string }>(sql, waveId, at).map(({ step }) => step));
  return steps.filter(({ key }) => !there.has(key));
}

/** The map at a step as known by the end of a day; null when none was kept. */
export function keptMap(asking: Asking, waveId: string, { at, step }: AtStep): MapAtStep | null {
  const sql = "SELECT body FROM maps WHERE wave = ? AND since = ? AND step = ?";
  const [kept] = asking.all<{ body: string }>(sql, waveId, at, step.key);
  return kept ? JSON.parse(kept.body) : null;
}

/** As `keptMap`. One that was not kept is made: nothing was known by then, or the step is later than what was. */
export function mapIn(asking: Asking, base: WaveRecord, known: AtStep): MapAtStep {
  const kept = keptMap(asking, base.wave.id, known);
  return kept ?? mapsOf(asking, lightAt(readLight(asking, base.wave.id), base, known.at), known.at)(known.step);
}
