import type { Moment } from "./moment";
import type { ActionRow, DemandKind, DemandRow, EventRow, Texts, WaveRecord } from "./wave-record";

/** Who raised demands: a recorded workforce, or those a demand's record names. */
export type Raiser = { key: string; workforceId: string | null; names: Texts };

/** One demand of one raiser: when it was first raised by them, and in which actions. */
export type Raised = { demandId: string; kind: DemandKind; at: Moment; actionIds: string[] };

/** A row of the matrix. A demand stands in a row once, however many actions repeated it. */
export type RaiserRow = { raiser: Raiser; raised: Raised[] };

/** What answered a demand, and how far it was met as the record says it; whether it was enough is nobody's number. */
export type Answer = { demandId: string; event: EventRow; outcome: Texts | null };

type Read = Pick<WaveRecord, "demands" | "actions" | "workforces" | "events">;

const isPublished = ({ state }: { state: string }) => state === "published";
const isUndated = ({ precision }: Moment) => (precision === "none" ? 1 : 0);

/** Undated moments last; of those that may be the same instant the one that may have begun earlier first. */
function byMoment(a: Moment, b: Moment): number {
  return isUndated(a) - isUndated(b) || a.earliest - b.earliest || a.latest - b.latest;
}

/**
 * Who raised what, and when first. A demand belongs to those its record names and to every workforce of an action that
 * raised it; an action without a workforce is one of those the record names. First raised first, undated last.
 */
export function demandMatrix(record: Read): RaiserRow[] {
  const rows = new Map<string, RaiserRow>();
  const actions = record.actions.filter(isPublished);
  for (const demand of record.demands.filter(isPublished)) {
    const heard = actions.filter(({ demandIds }) => demandIds.includes(demand.id));
    const own = raiserOf(demand, record);
    const isOwn = ({ workforceIds }: ActionRow) => workforceIds.length === 0 || workforceIds.includes(own.key);
    add(rows, own, raisedOf(demand, demand.raisedAt, heard.filter(isOwn)));
    const others = new Set(heard.flatMap(({ workforceIds }) => workforceIds).filter((id) => id !== own.key));
    for (const id of others) {
      const theirs = heard.filter(({ workforceIds }) => workforceIds.includes(id));
      const first = theirs.map(({ period }) => period.start).toSorted(byMoment)[0];
      if (first) add(rows, workforceRaiser(id, record), raisedOf(demand, first, theirs));
    }
  }
  return [...rows.values()]
    .map(({ raiser, raised }) => ({ raiser, raised: raised.toSorted((a, b) => byMoment(a.at, b.at)) }))
    .toSorted((a, b) => byMoment(firstOf(a), firstOf(b)) || b.raised.length - a.raised.length);
}

function add(rows: Map<string, RaiserRow>, raiser: Raiser, raised: Raised): void {
  const row = rows.get(raiser.key);
  if (row === undefined) rows.set(raiser.key, { raiser, raised: [raised] });
  else row.raised.push(raised);
}

const firstOf = ({ raised }: RaiserRow): Moment =>
  raised[0]?.at ?? { earliest: Number.POSITIVE_INFINITY, latest: Number.POSITIVE_INFINITY, precision: "none" };

function raisedOf({ id, kind }: DemandRow, at: Moment, actions: readonly ActionRow[]): Raised {
  return { demandId: id, kind, at, actionIds: actions.map((action) => action.id) };
}

function raiserOf({ workforceId, raisedBy, id }: DemandRow, record: Read): Raiser {
  if (workforceId !== null) return { ...workforceRaiser(workforceId, record) };
  const name = (raisedBy.en ?? Object.values(raisedBy)[0] ?? id).trim().toLowerCase();
  return { key: `named ${name}`, workforceId: null, names: raisedBy };
}

function workforceRaiser(id: string, { workforces }: Read): Raiser {
  return { key: id, workforceId: id, names: workforces.find((workforce) => workforce.id === id)?.names ?? { en: id } };
}

/** What answered the demands, in the order it happened: offers, measures and settlements that name a published demand. */
export function answersToDemands(record: Pick<WaveRecord, "demands" | "events">): Answer[] {
  const demands = new Set(record.demands.filter(isPublished).map(({ id }) => id));
  return record.events
    .filter(isPublished)
    .toSorted((a, b) => byMoment(a.period.start, b.period.start))
    .flatMap((event) =>
      event.answers.flatMap(({ demandId, outcome }) => (demands.has(demandId) ? { demandId, event, outcome } : [])),
    );
}
