import { publishedOf } from "@/lib/domain/published";
import type { CrowdSize } from "@/lib/domain/wave-digest";
import type { ActionRow, FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { crowdSize } from "@/lib/features/regions/view/map-at-step";
import { type Step, stepsOfDay, windowOf } from "@/lib/features/regions/view/steps";
import { zoneOf } from "@/lib/features/waves/view/reading-context";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { localDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import type { CrowdOf } from "./crowd-history";
import type { Asking } from "./selection";

/**
 * Works out what the map says when of an action's crowd: its size at each step that its figures speak of. Answers the
 * steps at which it has or had one.
 */
export function keepSizes(writing: ShelfWriting, base: WaveRecord, { subject, known }: CrowdOf): ReadonlySet<string> {
  const before = "SELECT DISTINCT step FROM sizes WHERE action = ? AND wave = ?";
  const steps = new Set(writing.all<{ step: string }>(before, subject, base.wave.id).map(({ step }) => step));
  writing.run("DELETE FROM sizes WHERE action = ? AND wave = ?", subject, base.wave.id);
  for (const { since, until, record } of known) {
    const [action] = record.actions;
    if (action === undefined) continue;
    for (const [key, size] of sizesOf(record, action)) {
      const values = [base.wave.id, key, subject, since, until, JSON.stringify(size)];
      writing.run("INSERT INTO sizes VALUES (?, ?, ?, ?, ?, ?)", ...values);
      steps.add(key);
    }
  }
  return steps;
}

function sizesOf(record: WaveRecord, action: ActionRow): [string, CrowdSize][] {
  const zone = zoneOf(record, action.regionId);
  const figures = publishedOf(record.figures);
  return stepsOfFigures(figures, zone).flatMap((step): [string, CrowdSize][] => {
    const size = crowdSize(figures, record, { step, window: windowOf(step, zone) });
    return size === null ? [] : [[step.key, size]];
  });
}

/** Every step on whose day one of the figures may be of. */
function stepsOfFigures(figures: readonly FigureRow[], zone: string): Step[] {
  const dates = new Set<string>();
  for (const { asOf } of figures) {
    const last = localDate(asOf.latest, zone);
    for (let date = localDate(asOf.earliest, zone); date <= last; date = addDays(date, 1)) dates.add(date);
  }
  return [...dates].flatMap(stepsOfDay);
}

/** The crowds of all actions at a step, as known at a moment. */
export function sizesAt(
  asking: Asking,
  waveId: string,
  { step, at }: { step: Step; at: number },
): (actionId: string) => CrowdSize | null {
  const sql = "SELECT action, body FROM sizes WHERE wave = ? AND step = ? AND since <= ? AND ? < until";
  const kept = asking.all<{ action: string; body: string }>(sql, waveId, step.key, at, at);
  const sizes = new Map(kept.map(({ action, body }) => [action, JSON.parse(body) as CrowdSize]));
  return (actionId) => sizes.get(actionId) ?? null;
}
