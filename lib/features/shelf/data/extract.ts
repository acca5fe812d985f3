import { publishedOf } from "@/lib/domain/published";
import type { DigestStep, WaveDigest } from "@/lib/domain/wave-digest";
import type { RecordRow, SolidarityRow, WaveRecord } from "@/lib/domain/wave-record";
import { timelinePicks } from "@/lib/features/events/view/timeline-picks";
import { MOST_CROWDS } from "@/lib/features/figures/view/crowd-subjects";
import { inLocalClocks } from "@/lib/features/figures/view/local-clocks";
import {
  MOST_FIGURES,
  MOST_ROWS,
  PARTICIPATION,
  strikingWorkforces,
} from "@/lib/features/figures/view/participation-rows";
import { timeAxis } from "@/lib/features/figures/view/view-context";
import { WHOLE_WAVE } from "@/lib/server/published/shelved-row";
import { figuresOfLargestCrowds } from "./crowd-states";
import type { Digested } from "./digest";
import { mapIn } from "./maps";
import { type Asking, idsFrom, Selection } from "./selection";

type Id = { id: string };

const MOST_OF_A_KIND = 8;
const MOST_SOLIDARITY = 5;

/** Which records the dashboard shows, of those known at a moment; what the map says is kept apart. */
export function picksAt(
  asking: Asking,
  light: WaveRecord,
  { digest, at }: { digest: WaveDigest; at: number },
): string[] {
  const waveId = light.wave.id;
  const joined = [...digest.joining.strike.joined, ...digest.joining.rally.joined].flatMap(
    ({ actionIds }) => actionIds,
  );
  const happenings = timelinePicks(light);
  const solidarity = publishedOf(light.solidarity)
    .toSorted((a, b) => a.givenAt.earliest - b.givenAt.earliest)
    .slice(0, MOST_SOLIDARITY);
  const demands = [...Map.groupBy(publishedOf(light.demands), ({ kind }) => kind).values()].flatMap((all) =>
    all.toSorted((a, b) => b.citations.length - a.citations.length).slice(0, MOST_OF_A_KIND),
  );
  return [
    ...joined,
    ...digest.undatedIds,
    ...happenings,
    ...happenings.flatMap((id) => about(asking, id)),
    ...participants(asking, light),
    ...figuresOfLargestCrowds(asking, waveId, { at, most: MOST_CROWDS }),
    ...ofWholeWave(asking, light.wave),
    ...disputed(asking, waveId, at),
    ...idsFrom([...demands, ...solidarity, ...light.coverageNotes]),
    ...idsFrom(light.events.filter(({ regionId }) => regionId === null)),
  ];
}

const about = (asking: Asking, id: string) =>
  idsFrom(asking.all<Id>("SELECT DISTINCT id FROM versions WHERE about = ? LIMIT 2000", id));

/** Those that struck first, with their strikes, sizes and figures: at least as many as the chart has room for. */
function participants(asking: Asking, light: WaveRecord): string[] {
  const axis = timeAxis(light, { locale: "en", timeZone: light.wave.timeZone });
  const picks: string[] = [];
  let figures = 0;
  for (const { workforce, strikes, size } of strikingWorkforces(inLocalClocks(light), axis).slice(0, MOST_ROWS)) {
    const own = strikes.flatMap(({ id }) => participationFigures(asking, id));
    picks.push(workforce.id, ...idsFrom(strikes), ...(size ? [size.id] : []), ...own);
    figures += own.length;
    // Not all of them are drawn: some are deprecated, or of an action that others took part in.
    if (figures > 2 * MOST_FIGURES) break;
  }
  return picks;
}

function participationFigures(asking: Asking, actionId: string): string[] {
  const measures = PARTICIPATION.map((measure) => `'${measure}'`).join(", ");
  const sql = `SELECT DISTINCT id FROM versions WHERE about = ? AND measure IN (${measures})`;
  return idsFrom(asking.all<Id>(sql, actionId));
}

function ofWholeWave(asking: Asking, { code }: WaveRecord["wave"]): string[] {
  const sql = "SELECT DISTINCT id FROM versions WHERE about = ? AND measure = 'attendance' LIMIT 2000";
  return idsFrom(asking.all<Id>(sql, `${code} ${WHOLE_WAVE}`));
}

function disputed(asking: Asking, waveId: string, at: number): string[] {
  const first = (only: string) =>
    `SELECT id FROM versions INDEXED BY disputed WHERE wave = ? AND marks & 2 AND since <= ? AND ? < until ${only} ORDER BY number LIMIT 1`;
  return ["", "AND measure = 'participation_rate'"].flatMap((only) =>
    idsFrom(asking.all<Id>(first(only), waveId, at, at)),
  );
}

/** The record that the dashboard is made from, with the map at one step, in the versions known at a moment. */
export function extractOf(
  asking: Asking,
  base: WaveRecord,
  { at: known, digest, picks }: Digested,
  { at, step = digest.openingStep }: { at: number; step?: DigestStep | undefined },
): WaveRecord {
  const selection = new Selection(asking, at);
  const map = mapIn(asking, base, { at: known, step });
  selection.pick(picks);
  selection.pick(Object.values(map.regions).flatMap(({ firstOn }) => idsFrom(firstOn)));
  selection.pick(selection.rows().flatMap(pointsTo));
  selection.pick(selection.rowsOf("action").flatMap(({ workforceIds }) => workforceIds));
  return selection.record(base, { digest, map, regionIds: digest.regionIds });
}

function pointsTo(row: RecordRow): string[] {
  const { toActionId = null, asActionId = null, workforceId = null } = row as Partial<SolidarityRow>;
  return [toActionId, asActionId, workforceId].filter((id) => id !== null);
}
