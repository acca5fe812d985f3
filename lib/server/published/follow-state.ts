import type { Edition, EditionNews, EditionState } from "./edition";

/** How far whoever follows the publications has come. */
export type FollowState = {
  edition: Edition | null;
  awaySince: number | null;
  /** When (ms) the database last said that nothing newer than the edition is published. */
  confirmedAt: number;
};

/** What to tell readers, in this order. */
export type Told = { change: Partial<EditionState>; news: EditionNews };
export type Step = { state: FollowState; told: Told[] };

/** The database holds less than what readers were already shown, or other publications under the same versions. */
export class RecordWentBack extends Error {
  override name = "RecordWentBack";
}

const pausesMs = [1000, 0, 250, 500, 1000];
const longestPauseMs = 2000;

/** How long to wait before asking again: a heartbeat while all is well, at once after one failure, then ever longer. */
export function pauseMs(failures: number): number {
  return pausesMs[failures] ?? longestPauseMs;
}

/** Ids of the waves that are not the same object in both; all of the next edition when there was none before. */
export function touchedWaves(last: Edition | null, next: Edition): string[] {
  const before = new Map(last?.records.map((record) => [record.wave.id, record]));
  const after = new Map(next.records.map((record) => [record.wave.id, record]));
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id));
}

/** Whether an edition of this version may follow: the same or a higher one. A running Turnout never goes back. */
export function mayFollow({ edition }: FollowState, version: number): boolean {
  return edition === null || version >= edition.version;
}

/** The database answered at `at` that this is the latest edition. Being back is told only after what was missed. */
export function afterReading(state: FollowState, edition: Edition, at: number): Step {
  if (!mayFollow(state, edition.version)) throw new RecordWentBack("A lower version than before was read.");
  const told: Told[] = [];
  if (edition !== state.edition) {
    const waves = touchedWaves(state.edition, edition);
    told.push({ change: { edition }, news: { kind: "published", edition, waves } });
  }
  if (state.awaySince !== null) told.push({ change: { awaySince: null }, news: { kind: "back" } });
  return { state: { edition, awaySince: null, confirmedAt: at }, told };
}

/** The database cannot say whether the edition is still the latest; it is as old as its last confirmation. */
export function afterFailure(state: FollowState): Step {
  if (state.awaySince !== null) return { state, told: [] };
  const since = state.confirmedAt;
  const told: Told[] = [{ change: { awaySince: since }, news: { kind: "away", since } }];
  return { state: { ...state, awaySince: since }, told };
}
