import type { WaveRecord } from "@/lib/domain/wave-record";

/** The public record as of one publication. Each record carries the version of its own wave's last publication. */
export type Edition = {
  /** The highest version published; 0 while nothing is. */
  version: number;
  /** When that was, in ms. */
  publishedAt: number;
  records: readonly WaveRecord[];
};

/** How an edition is read from the database; handed in by the feature that knows the tables. */
export type EditionSource = {
  readVersion(): Promise<number>;
  /** The latest edition. Waves without a publication since `last` are taken over from it, the same objects. */
  readEdition(last: Edition | null): Promise<Edition>;
  /** Whether all that pages need of an edition is here; of some waves it stands on disk, where it can be lost. */
  isWhole?(edition: Edition): boolean;
};

/** What happened to the edition this process serves. */
export type EditionNews =
  | { kind: "published"; edition: Edition; waves: readonly string[] }
  | { kind: "away"; since: number }
  | { kind: "back" };

export type EditionState = {
  edition: Edition | null;
  /** Since when (ms) the database does not answer; null while it does. */
  awaySince: number | null;
  /** Whether somebody keeps the edition up to date; when not (development, tests), readers ask the database themselves. */
  followed: boolean;
};

type Listener = (news: EditionNews) => void;

// Next loads this module more than once into one process; the edition must exist once.
const shared = globalThis as { turnoutEdition?: EditionState & { listeners: Set<Listener> } };
shared.turnoutEdition ??= { edition: null, awaySince: null, followed: false, listeners: new Set() };
const state = shared.turnoutEdition;

export function editionState(): Readonly<EditionState> {
  return state;
}

/** Calls `listener` after every change; returns the way to stop that. */
export function onEditionNews(listener: Listener): () => void {
  state.listeners.add(listener);
  return () => state.listeners.delete(listener);
}

/** For whoever follows the publications, and nobody else. */
export function putEdition(change: Partial<EditionState>, news?: EditionNews): void {
  Object.assign(state, change);
  if (news) for (const listener of [...state.listeners]) listener(news);
}
