import { isOut } from "@/lib/domain/counting";
import { publishedOf } from "@/lib/domain/published";
import { firstJoining, type JoiningOrder } from "@/lib/domain/spread";
import { SPREAD_KINDS } from "@/lib/domain/spread-records";
import type { DigestStep, MapAtStep, WaveDigest } from "@/lib/domain/wave-digest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { inLocalClocks } from "@/lib/features/figures/view/local-clocks";
import { strikingWorkforces } from "@/lib/features/figures/view/participation-rows";
import { countedActions, reachDays } from "@/lib/features/figures/view/reach-days";
import { timeAxis } from "@/lib/features/figures/view/view-context";
import { workforceDays } from "@/lib/features/figures/view/workforce-days";
import { calendarOf } from "@/lib/features/regions/view/map-at-step";
import { joiningWitnesses, recordSpread } from "@/lib/features/regions/view/record-spread";
import { widestStep } from "@/lib/features/regions/view/spread";
import { datesOf, stepsOf } from "@/lib/features/regions/view/steps";
import { NO_ROWS } from "@/lib/features/waves/data/rows";
import { reportedStrikes } from "@/lib/features/waves/view/headline";
import { zoneOf } from "@/lib/features/waves/view/reading-context";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { crowdsAt } from "./crowd-states";
import { mapsOf } from "./maps";
import { type Asking, NOW } from "./selection";

const MOST_UNDATED = 10;

/** What is kept of a day: what the wave came to by its end, `at`, and the records that pages about all of it show. */
export type Digested = { at: number; digest: WaveDigest; picks: string[] };

/** What was known at a moment: by the end of the last day on which anything had been recorded by then. */
export function digested(asking: Asking, base: WaveRecord, at: number): Digested {
  const kept = keptDigest(asking, base.wave.id, at);
  if (kept) return kept;
  const nothing = { ...base, ...NO_ROWS };
  return { at, digest: digestAt(asking, nothing, { at, mapOf: mapsOf(asking, nothing, at) }), picks: [] };
}

/** The latest that is kept of the days up to a moment; null when nothing had been recorded by then. */
export function keptDigest(asking: Asking, waveId: string, at: number): Digested | null {
  const sql = "SELECT since AS at, body FROM digests WHERE wave = ? AND since <= ? ORDER BY since DESC LIMIT 1";
  const latest = "SELECT since AS at, body FROM digests WHERE wave = ? ORDER BY since DESC LIMIT 1";
  const [found] = at === NOW ? asking.all<KeptDigest>(latest, waveId) : asking.all<KeptDigest>(sql, waveId, at);
  return found ? { at: found.at, ...JSON.parse(found.body) } : null;
}

type KeptDigest = { at: number; body: string };

export function putDigest(writing: ShelfWriting, waveId: string, { at, ...kept }: Digested): void {
  writing.run("INSERT OR REPLACE INTO digests VALUES (?, ?, ?)", waveId, at, JSON.stringify(kept));
}

/** Forgets what was kept of a day, its maps too. */
export function forgetDay(writing: ShelfWriting, waveId: string, at: number): void {
  for (const table of ["digests", "maps"]) writing.run(`DELETE FROM ${table} WHERE wave = ? AND since = ?`, waveId, at);
}

type Known = { at: number; mapOf: (step: DigestStep) => MapAtStep };

/** What the whole of a wave comes to as known at a moment. `light` is the wave as known then, without its figures. */
export function digestAt(asking: Asking, light: WaveRecord, { at, mapOf }: Known): WaveDigest {
  const local = inLocalClocks(light);
  const spread = recordSpread(light);
  const codes = spread.regions.map(({ id }) => id);
  const joining = firstJoining(codes, spread.actions, spread.coverage);
  const happenings = [...publishedOf(light.actions), ...publishedOf(light.events)];
  const placed = happenings.flatMap(({ regionId }) => regionId ?? []);
  const steps = stepsOf(light);
  const axis = timeAxis(light, { locale: "en", timeZone: light.wave.timeZone });
  return {
    ...ofFigures(asking, light, { local, at }),
    steps,
    openingStep: widestStep(steps, mapOf) ?? { key: "", date: light.wave.firstDay, part: "day" },
    joining: { strike: trimmed(joining.strike, light), rally: trimmed(joining.rally, light) },
    calendar: calendarOf(datesOf(light.wave), { spread, zone: (regionId) => zoneOf(light, regionId) }),
    undatedIds: spread.undatedIds.slice(0, MOST_UNDATED),
    undated: spread.undatedIds.length,
    regionIds: [...new Set(light.actions.flatMap(({ regionId }) => regionId ?? []))],
    onRecord: Object.fromEntries([...Map.groupBy(placed, (code) => code)].map(([code, all]) => [code, all.length])),
    reach: reachOf(local),
    workforces: workforceDays(local, axis),
    participants: strikingWorkforces(local, axis).length,
  };
}

type OfFigures = Pick<WaveDigest, "counts" | "striking" | "withoutNumber" | "crowds">;

/** What a wave comes to by its figures and sources. */
function ofFigures(asking: Asking, light: WaveRecord, { local, at }: { local: WaveRecord; at: number }): OfFigures {
  return {
    counts: countsOf(asking, light, at),
    ...strikersOf(asking, light, at),
    crowds: crowdsAt(asking, local, at),
  };
}

/** A digest of which nothing but figures and sources has changed. */
export function withFiguresOf(digest: WaveDigest, asking: Asking, light: WaveRecord, at: number): WaveDigest {
  return { ...digest, ...ofFigures(asking, light, { local: inLocalClocks(light), at }) };
}

function countsOf(asking: Asking, light: WaveRecord, at: number): WaveDigest["counts"] {
  const sql = `SELECT count(*) AS sources, count(*) FILTER (WHERE body ->> 'tier' = 'one') AS firstTier,
      count(DISTINCT body ->> 'language') AS languages
    FROM versions WHERE wave = ? AND kind = 'source' AND kind <> 'figure' AND since <= ? AND ? < until
      AND body ->> 'state' = 'published'`;
  const [sources] = asking.all<Pick<WaveDigest["counts"], "sources" | "firstTier" | "languages">>(
    sql,
    light.wave.id,
    at,
    at,
  );
  const count = (rows: Parameters<typeof publishedOf>[0]) => publishedOf(rows).length;
  return {
    ...{ sources: 0, firstTier: 0, languages: 0, ...sources },
    actions: count(light.actions),
    timeline: count(light.actions) + count(light.events),
    demands: count(light.demands),
    solidarity: count(light.solidarity),
    workforces: count(light.workforces),
  };
}

/** Workforces reported on strike, and those of them of which nobody gave a number: a joint number is nobody's own. */
function strikersOf(asking: Asking, light: WaveRecord, at: number): Pick<WaveDigest, "striking" | "withoutNumber"> {
  const strikes = new Map(reportedStrikes(light).map((action) => [action.id, action]));
  const striking = new Set([...strikes.values()].flatMap(({ workforceIds }) => workforceIds));
  const published = publishedOf(light.workforces).filter(({ id }) => striking.has(id));
  const out = new Set(light.actions.filter(isOut).map(({ id }) => id));
  const sql = `SELECT DISTINCT about, workforce FROM versions INDEXED BY counted
    WHERE wave = ? AND marks & 1 AND since <= ? AND ? < until`;
  const numbered = new Set(
    asking
      .all<{ about: string; workforce: string | null }>(sql, light.wave.id, at, at)
      .flatMap(({ about, workforce }) => {
        if (out.has(about)) return [];
        const workforceIds = strikes.get(about)?.workforceIds ?? [];
        return workforce ?? (workforceIds.length === 1 ? workforceIds : []);
      }),
  );
  return { striking: published.length, withoutNumber: published.filter(({ id }) => !numbered.has(id)).length };
}

/** A region may have joined by any of very many actions: kept are those whose words say when. */
function trimmed({ joined, never }: JoiningOrder, { actions }: WaveRecord): JoiningOrder {
  const byId = new Map(actions.map((action) => [action.id, action]));
  return {
    joined: joined.map((joining) => ({ ...joining, actionIds: joiningWitnesses(joining, byId) })),
    never: never.map((one) => ({ ...one, contradicted: [] })),
  };
}

function reachOf(local: WaveRecord): WaveDigest["reach"] {
  const { dated, vague } = countedActions(local);
  const axis = timeAxis(local, { locale: "en", timeZone: local.wave.timeZone });
  const days = reachDays(dated, axis);
  const nowhere = reachDays(
    dated.filter(({ regionId }) => regionId === null),
    axis,
  );
  const notKnown = new Set<string>();
  const notKnownUpTo = days.map(({ strike, rally }) => {
    for (const id of [...strike.notKnownWhetherOn, ...rally.notKnownWhetherOn]) notKnown.add(id);
    return notKnown.size;
  });
  const without = (all: typeof days) =>
    all.map((day) => ({
      ...day,
      strike: { ...day.strike, notKnownWhetherOn: [] },
      rally: { ...day.rally, notKnownWhetherOn: [] },
    }));
  const counted = (day: (typeof days)[number]) =>
    Object.fromEntries(SPREAD_KINDS.map((kind) => [kind, day[kind].notKnownWhetherOn.length]));
  return {
    days: without(days),
    nowhere: without(nowhere),
    notKnown: days.map(counted) as WaveDigest["reach"]["notKnown"],
    notKnownUpTo,
    withoutPlace: publishedOf(local.actions).filter(({ localityId }) => localityId === null).length,
    vague: vague.length,
  };
}
