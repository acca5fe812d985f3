import { publishedOf } from "@/lib/domain/published";
import type { CrowdSize } from "@/lib/domain/wave-digest";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { type CrowdSizes, crowdSize } from "@/lib/features/regions/view/map-at-step";
import { type Step, stepsOfDay, windowOf } from "@/lib/features/regions/view/steps";
import { zoneOf } from "@/lib/features/waves/view/reading-context";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { localDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import type { CrowdOf } from "./crowd-history";
import type { Asking } from "./selection";

/**
 * Works out what the map says when of the crowd of an action or of a whole region: its size at each step that its
 * figures speak of. Answers the steps at which it has or had one.
 */
export function keepSizes(writing: ShelfWriting, base: WaveRecord, { subject, known }: CrowdOf): ReadonlySet<string> {
  const before = "SELECT DISTINCT step FROM sizes WHERE subject = ? AND wave = ?";
  const steps = new Set(writing.all<{ step: string }>(before, subject, base.wave.id).map(({ step }) => step));
  writing.run("DELETE FROM sizes WHERE subject = ? AND wave = ?", subject, base.wave.id);
  for (const { since, until, record } of known) {
    const regionId = regionOf(record);
    if (regionId === undefined) continue;
    for (const [key, size] of sizesOf(record, regionId)) {
      const values = [base.wave.id, key, subject, since, until, JSON.stringify(size)];
      writing.run("INSERT INTO sizes VALUES (?, ?, ?, ?, ?, ?)", ...values);
      steps.add(key);
    }
  }
  return steps;
}

/** Where the crowd was, so far as is known; nothing for what maps do not show. */
function regionOf({ actions: [action], figures: [figure] }: WaveRecord): string | null | undefined {
  if (action !== undefined) return action.regionId;
  return figure?.subject === "region" ? figure.regionId : undefined;
}

function sizesOf(record: WaveRecord, regionId: string | null): [string, CrowdSize][] {
  const zone = zoneOf(record, regionId);
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

/** The crowds of all actions and regions at a step, as known at a moment. */
export function sizesAt(
  asking: Asking,
  wave: Pick<WaveRecord["wave"], "id" | "code">,
  { step, at }: { step: Step; at: number },
): CrowdSizes {
  const sql = "SELECT subject, body FROM sizes WHERE wave = ? AND step = ? AND since <= ? AND ? < until";
  const kept = asking.all<{ subject: string; body: string }>(sql, wave.id, step.key, at, at);
  const sizes = new Map(kept.map(({ subject, body }) => [subject, JSON.parse(body) as CrowdSize]));
  return {
    sizeOf: (actionId) => sizes.get(actionId) ?? null,
    sizeIn: (regionCode) => sizes.get(`${wave.code} ${regionCode}`) ?? null,
  };
}
