import type { ActionType, LocalityRow, RegionRow, Texts } from "@/lib/domain/wave-record";
import { offsetsOf } from "@/lib/features/entries/view/as-of";
import { offsetMinutesOn } from "@/lib/shared/local-time";

type Placed = { regionId: string | null; localityId: string | null };

/** What the rows of a file may point to, by every name it has. */
export type Directory = {
  waveId: string;
  timeZone: string;
  workforces: NameIndex;
  places: NameIndex;
  regions: NameIndex;
  employers: NameIndex;
  actions: ReadonlyMap<string, Placed & { type: ActionType }>;
  placed: ReadonlyMap<string, Placed>;
  /** Workforces and employers by their ids. */
  named: ReadonlyMap<string, Texts>;
  regionRows: readonly RegionRow[];
  localityRows: readonly LocalityRow[];
};

/** Ids by each of their names, folded; a name that several things have leads to all of them. */
export type NameIndex = ReadonlyMap<string, ReadonlySet<string>>;

export function indexNames(rows: readonly { id: string; names: readonly string[] }[]): NameIndex {
  const index = new Map<string, Set<string>>();
  for (const { id, names } of rows) {
    for (const name of [id, ...names]) {
      const key = foldedName(name);
      if (key !== "") index.set(key, (index.get(key) ?? new Set()).add(id));
    }
  }
  return index;
}

export type Found = { id: string } | { refusal: "reference_unknown" | "reference_ambiguous" };

/** Everything that has the name. */
export function namedIds(index: NameIndex, cell: string): string[] {
  return [...(index.get(foldedName(cell)) ?? [])];
}

/** One thing only: of two that share a name none is chosen. */
export function findNamed(index: NameIndex, cell: string): Found {
  const [id, ...others] = namedIds(index, cell);
  if (id === undefined) return { refusal: "reference_unknown" };
  return others.length > 0 ? { refusal: "reference_ambiguous" } : { id };
}

function foldedName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

const NOWHERE: Placed = { regionId: null, localityId: null };

/** The date and hour an instant has at the place: the action's, else the workforce's, else on the wave's clock. */
export function localOf(
  directory: Directory,
  at: number,
  { action, workforce }: { action?: Placed | undefined; workforce?: Placed | undefined },
): { date: string; hour: number } | null {
  const { regionRows: regions, localityRows: localities, timeZone } = directory;
  const where = { action: action ?? NOWHERE, workforce: workforce ?? NOWHERE, regions, localities, wave: { timeZone } };
  const day = new Date(at).toISOString().slice(0, 10);
  const minutes = offsetMinutesOn(offsetsOf(where, day), day);
  if (minutes === null) return null;
  const local = new Date(at + minutes * 60_000).toISOString();
  return { date: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
}
