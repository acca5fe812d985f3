import type { WaveRecord } from "@/lib/domain/wave-record";
import type { Digested } from "./digest";
import { cutsTogether, Related } from "./related";
import { type Asking, idsFrom, Selection } from "./selection";

/** So much of what happened in a region is taken, and so many figures of each. */
const MOST_HAPPENINGS = 40;
const MOST_FIGURES = 10;

const HAPPENED = "FROM versions WHERE region = ? ORDER BY number";
const ABOUT = "FROM versions WHERE about = ? ORDER BY number";
const COVERAGE = "SELECT DISTINCT id FROM versions WHERE wave = ? AND kind = 'coverage_note' AND kind <> 'figure'";

/**
 * What happened in some regions, with what was said of it and of them, in the versions known at a moment. The digest
 * speaks of the whole wave: the days of the regions and when they joined are never those of a part.
 */
export function recordInRegions(
  asking: Asking,
  base: WaveRecord,
  { at, known, codes }: { at: number; known: Digested; codes: readonly string[] },
): WaveRecord {
  const { digest } = known;
  const selection = new Selection(asking, at);
  const keys = codes.map((code) => `${base.wave.code} ${code}`);
  const happenings = new Related(asking, MOST_HAPPENINGS);
  const figures = new Related(asking, MOST_FIGURES);
  const joined = [...digest.joining.strike.joined, ...digest.joining.rally.joined];
  selection.pick(joined.filter(({ regionCode }) => codes.includes(regionCode)).flatMap(({ actionIds }) => actionIds));
  for (const key of keys) selection.pick(happenings.first(HAPPENED, key));
  const happened = [...selection.rowsOf("action"), ...selection.rowsOf("event")];
  for (const id of [...idsFrom(happened), ...keys]) selection.pick(figures.first(ABOUT, id));
  selection.pick(idsFrom(asking.all<{ id: string }>(COVERAGE, base.wave.id)));
  selection.pick(selection.rowsOf("action").flatMap(({ workforceIds }) => workforceIds));
  selection.pick(selection.rows().flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)));
  const part = { digest, map: null, regionIds: digest.regionIds };
  const related = cutsTogether([happenings, figures]);
  return selection.record(base, { ...part, ...(related ? { related } : {}) });
}
