import type { WaveRecord } from "@/lib/domain/wave-record";
import type { ChartKind, ChartView } from "@/lib/shared/chart/chart";
import type { ChartDrawing, CrowdsDrawing, ParticipationDrawing, ReachDrawing } from "@/lib/shared/chart/drawing";
import { crowds } from "./view/crowds";
import { inLocalClocks } from "./view/local-clocks";
import { participation } from "./view/participation";
import { reach } from "./view/reach";
import { type ViewWords, viewContext } from "./view/view-context";

export type { ViewWords } from "./view/view-context";

/** Narrows a chart to one workforce or a few (participation), or to one region (participation and crowds). */
export type ChartFilter = { workforceId?: string; workforceIds?: readonly string[]; regionId?: string };

/** Who was on strike and when, with every figure of how many took part: one row per workforce. */
export function participationView(
  record: WaveRecord,
  words: ViewWords,
  filter: ChartFilter = {},
): ChartView<ParticipationDrawing> {
  return participation(inLocalClocks(record), viewContext(record, words), filter);
}

/** In how many regions and places there were strikes, and rallies, on each day; never the two together. */
export function reachView(record: WaveRecord, words: ViewWords): ChartView<ReachDrawing> {
  return reach(inLocalClocks(record), viewContext(record, words));
}

/** How many people each claimant saw at each gathering, and every gathering nobody has counted. */
export function crowdsView(record: WaveRecord, words: ViewWords, filter: ChartFilter = {}): ChartView<CrowdsDrawing> {
  return crowds(inLocalClocks(record), viewContext(record, words), filter);
}

export function chartView(
  kind: ChartKind,
  record: WaveRecord,
  words: ViewWords,
  filter: ChartFilter = {},
): ChartView<ChartDrawing> {
  if (kind === "participation") return participationView(record, words, filter);
  return kind === "reach" ? reachView(record, words) : crowdsView(record, words, filter);
}
