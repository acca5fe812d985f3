import type { ActionRow, FigureRow, RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import type { Led } from "@/lib/features/workforces/view/asked-workforce";
import { keyIn, NEVER_ENDS, WHOLE_WAVE } from "@/lib/server/published/shelved-row";
import { Related } from "./related";
import { type Asking, idsFrom, NOW, Selection } from "./selection";

type Id = { id: string };
const ABOUT = "FROM versions WHERE about = ? ORDER BY number";
const ABOUT_MEASURED = "FROM versions WHERE about = ? AND measure = ? ORDER BY number";
const OF_WORKFORCE = "FROM versions WHERE workforce = ? ORDER BY number";
const LINKED = "FROM (SELECT from_id AS id FROM links WHERE to_id = ?)";
const COVERAGE = "SELECT DISTINCT id FROM versions WHERE wave = ? AND kind = 'coverage_note' AND kind <> 'figure'";

/** A record with all that its page says: what it is about, what competes with it, what leads to it, and their sources. */
export function recordAround(asking: Asking, base: WaveRecord, id: string): WaveRecord | null {
  const selection = new Selection(asking, NOW);
  selection.pick([id]);
  const [row] = selection.rows();
  if (row === undefined) return null;
  const related = new Related(asking);
  selection.pick(neighbours(related, row));
  // What was said of a strike is said of the workforce.
  if ("slug" in row) pickFiguresOfActions(related, selection);
  return complete(asking, selection, { base, related });
}

/** Workforces with their actions, everything said of them and of these, and their sources. */
export function workforcesAround(asking: Asking, base: WaveRecord, ids: readonly string[]): WaveRecord {
  const selection = new Selection(asking, NOW);
  const related = new Related(asking);
  selection.pick(ids);
  for (const id of ids) selection.pick(leadingTo(related, id));
  pickFiguresOfActions(related, selection);
  return complete(asking, selection, { base, related });
}

/** These records with what they are about, and what any of their versions was. */
export function recordsAround(asking: Asking, base: WaveRecord, ids: readonly string[]): WaveRecord {
  const selection = new Selection(asking, NOW);
  selection.pick(ids);
  return complete(asking, selection, { base, related: new Related(asking) });
}

/** The workforce of a wave asked for by its part of the address or its id, or by what was once the former. */
export function askedWorkforceId(asking: Asking, waveId: string, asked: string): { id: string; led: Led } | null {
  const bySlug = "SELECT id, until FROM versions WHERE wave = ? AND slug = ? ORDER BY until DESC LIMIT 1";
  const byId =
    "SELECT id, until FROM versions WHERE wave = ? AND id = ? AND kind = 'workforce' ORDER BY until DESC LIMIT 1";
  const [found] = [bySlug, byId].flatMap((sql) => asking.all<{ id: string; until: number }>(sql, waveId, asked));
  return found ? { id: found.id, led: found.until === NEVER_ENDS ? "now" : "once" } : null;
}

function pickFiguresOfActions(related: Related, selection: Selection): void {
  for (const { id } of selection.rowsOf("action")) selection.pick(leadingTo(related, id));
}

function leadingTo(related: Related, id: string): string[] {
  return [ABOUT, OF_WORKFORCE, LINKED].flatMap((which) => related.first(which, id));
}

function neighbours(related: Related, row: RecordRow): string[] {
  const leading = leadingTo(related, row.id);
  if ("measure" in row) return [...leading, ...sameQuestions(related, row)];
  if ("scopeNote" in row) return [...leading, ...related.first(ABOUT, row.workforceId)];
  if (!("origin" in row) || row.origin === null) return leading;
  return [...leading, ...related.first(ABOUT, keyIn(row.id, `origin ${row.origin}`))];
}

/** Figures about the same; of those about a region or the whole wave only such as measure the same. */
function sameQuestions(related: Related, { id, actionId, eventId, regionId, measure }: FigureRow): string[] {
  const happening = actionId ?? eventId;
  if (happening !== null) return related.first(ABOUT, happening);
  return related.first(ABOUT_MEASURED, keyIn(id, regionId ?? WHOLE_WAVE), measure);
}

/** What the rows picked so far lead to: what they are about, in two steps, and at last the sources of all. */
function complete(
  asking: Asking,
  selection: Selection,
  { base, related }: { base: WaveRecord; related: Related },
): WaveRecord {
  selection.pick(idsFrom(asking.all<Id>(COVERAGE, base.wave.id)));
  for (const _ of [1, 2]) selection.pick(selection.everyVersion().flatMap(pointsTo));
  selection.pick(selection.rows().flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)));
  const part = { digest: null, map: null, regionIds: base.part?.regionIds ?? [] };
  return selection.record(base, { ...part, ...(related.cut ? { related: related.cut } : {}) });
}

function pointsTo(row: RecordRow): string[] {
  const { actionId, eventId, workforceId, toActionId, asActionId, workforceIds, demandIds, answers } = row as Partial<
    FigureRow & ActionRow & { toActionId: string; asActionId: string; answers: { demandId: string }[] }
  >;
  const single = [actionId, eventId, workforceId, toActionId, asActionId];
  const several = [...(workforceIds ?? []), ...(demandIds ?? []), ...(answers ?? []).map(({ demandId }) => demandId)];
  return [...single.filter((id) => id !== undefined && id !== null), ...several];
}
