import { spreadKindsOf } from "./spread-records";
import type { ActionRow, SolidarityKind, SolidarityRow, SupporterKind, Texts, WaveRecord } from "./wave-record";

/**
 * Who gave support, by the name its first act gives it: of a workforce often only a part stood by. `key` is the same for
 * the same supporter in every act; a name tells apart those that are no workforce.
 */
export type Supporter = {
  key: string;
  kind: SupporterKind;
  workforceId: string | null;
  names: Texts;
  country: string;
  /** The region it acted from: the workforce's own, or that of what it did; null where neither is recorded. */
  regionId: string | null;
  isAbroad: boolean;
};

/** Who was supported: the workforces of an action, the action where it names none, or the whole wave. */
export type Supported =
  | { key: string; kind: "workforce"; workforceId: string; regionId: string | null }
  | { key: string; kind: "action"; actionId: string; regionId: string | null }
  | { key: string; kind: "wave"; regionId: null };

/** One act of support. It leads to several ends where several workforces took part in what it supports. */
export type SupportAct = { row: SolidarityRow; from: string; to: string[] };

export type SolidarityNetwork = { supporters: Supporter[]; supported: Supported[]; acts: SupportAct[] };

type Read = Pick<WaveRecord, "solidarity" | "actions" | "workforces" | "wave">;

const isPublished = ({ state }: { state: string }) => state === "published";

/** Whether support came from another country than the wave's. */
export function isFromAbroad({ fromCountry }: Pick<SolidarityRow, "fromCountry">, { wave }: Pick<WaveRecord, "wave">) {
  return fromCountry !== wave.country;
}

/**
 * Every published act of support between who gave it and who it was for, in the order given; undated acts last. An action
 * that is not in force (or not known yet, as a reader reads it) stays an end of its own: support for it was not for the wave.
 */
export function solidarityNetwork(record: Read): SolidarityNetwork {
  const supporters = new Map<string, Supporter>();
  const supported = new Map<string, Supported>();
  const acts = givenInOrder(record.solidarity).map((row): SupportAct => {
    const from = supporterOf(row, record);
    const ends = supportedBy(row, record);
    const before = supporters.get(from.key);
    // A supporter acts from where any of its acts says so.
    supporters.set(from.key, before ? { ...before, regionId: before.regionId ?? from.regionId } : from);
    for (const end of ends) if (!supported.has(end.key)) supported.set(end.key, end);
    return { row, from: from.key, to: ends.map(({ key }) => key) };
  });
  return { supporters: [...supporters.values()], supported: [...supported.values()], acts };
}

function givenInOrder(rows: readonly SolidarityRow[]): SolidarityRow[] {
  const undated = ({ givenAt }: SolidarityRow) => (givenAt.precision === "none" ? 1 : 0);
  return rows
    .filter(isPublished)
    .toSorted(
      (a, b) =>
        undated(a) - undated(b) ||
        a.givenAt.earliest - b.givenAt.earliest ||
        a.givenAt.latest - b.givenAt.latest ||
        a.id.localeCompare(b.id, "en", { numeric: true }),
    );
}

function supporterOf(row: SolidarityRow, record: Read): Supporter {
  const { supporterKind: kind, workforceId, supporterName: names, fromCountry: country } = row;
  const workforce = record.workforces.find(({ id }) => id === workforceId);
  const as = record.actions.find(({ id }) => id === row.asActionId);
  const name = (names.en ?? Object.values(names)[0] ?? row.id).trim().toLowerCase();
  return {
    key: workforceId ?? `${kind} ${country} ${name}`,
    ...{ kind, workforceId, names, country },
    regionId: workforce?.regionId ?? as?.regionId ?? null,
    isAbroad: isFromAbroad(row, record),
  };
}

function supportedBy({ toActionId }: SolidarityRow, record: Read): Supported[] {
  if (toActionId === null) return [{ key: "wave", kind: "wave", regionId: null }];
  const action = record.actions.find(({ id, state }) => id === toActionId && state === "published");
  const regionId = action?.regionId ?? null;
  const workforceIds = [...new Set(action?.workforceIds ?? [])];
  if (workforceIds.length === 0) return [{ key: toActionId, kind: "action", actionId: toActionId, regionId }];
  return workforceIds.map((workforceId) => {
    const workforce = record.workforces.find(({ id }) => id === workforceId);
    return { key: workforceId, kind: "workforce", workforceId, regionId: workforce?.regionId ?? regionId };
  });
}

/** How much support there was, and how it meets the strikes of the record. Nothing in it is a number of people. */
export type SolidarityCount = {
  acts: number;
  byKind: Record<SolidarityKind, number>;
  fromAbroad: number;
  /** The strikes of the record that were in support of others, each once, whether an act leads from them or they say so. */
  strikes: string[];
  /** Acts called a solidarity strike whose action is recorded as something else than a strike. */
  otherwise: string[];
  /** Acts called a solidarity strike that have no action in the record: no count of strikes has them. */
  uncounted: string[];
  /** Actions in support of others from which no act leads: whom they supported is not recorded. */
  unlinked: string[];
};

const NONE: Record<SolidarityKind, number> = {
  solidarity_strike: 0,
  rally: 0,
  statement: 0,
  fund: 0,
  refusal_to_handle_work: 0,
};

/**
 * Counts acts, and strikes by the actions they are: a sympathy strike is one of the record's strikes already, so that it
 * is counted by its action and never again by the act that names it. Two acts of one strike are two acts and one strike.
 */
export function countSolidarity(record: Read): SolidarityCount {
  const acts = record.solidarity.filter(isPublished);
  const actions = new Map(record.actions.filter(isPublished).map((action) => [action.id, action]));
  const own = new Set(
    acts.flatMap(({ asActionId }) => (asActionId !== null && actions.has(asActionId) ? asActionId : [])),
  );
  const inSupport = [...actions.values()].filter(({ id, solidarity }) => solidarity || own.has(id));
  const calledStrikes = acts.filter(({ kind }) => kind === "solidarity_strike");
  const byKind = { ...NONE };
  for (const { kind } of acts) byKind[kind] += 1;
  return {
    acts: acts.length,
    byKind,
    fromAbroad: acts.filter((row) => isFromAbroad(row, record)).length,
    strikes: inSupport.filter(isStrike).map(({ id }) => id),
    otherwise: calledStrikes.flatMap((row) => {
      const action = actions.get(row.asActionId ?? "");
      return action !== undefined && !isStrike(action) ? row.id : [];
    }),
    uncounted: calledStrikes.flatMap((row) => (actions.has(row.asActionId ?? "") ? [] : row.id)),
    unlinked: inSupport.flatMap(({ id }) => (own.has(id) ? [] : id)),
  };
}

function isStrike({ type, stoppage }: ActionRow): boolean {
  return spreadKindsOf({ kind: type, stoppage }).includes("strike");
}
