import { type Asking, idsFrom } from "./selection";

/** No more than so many records of one relation are taken. */
export const MOST_RELATED = 2000;

/** Records that lead to others: the first of each relation, and what was left out of those that have more. */
export class Related {
  readonly #asking: Asking;
  readonly #most: number;
  readonly #cuts = new Map<string, Cut>();

  constructor(asking: Asking, most = MOST_RELATED) {
    this.#asking = asking;
    this.#most = most;
  }

  /** `which` is the rest of a question for ids. */
  first(which: string, ...values: string[]): string[] {
    const most = `SELECT DISTINCT id ${which} LIMIT ${this.#most + 1}`;
    const ids = idsFrom(this.#asking.all<{ id: string }>(most, ...values));
    if (ids.length <= this.#most) return ids;
    const [{ all } = { all: 0 }] = this.#asking.all<{ all: number }>(
      `SELECT count(DISTINCT id) AS "all" ${which}`,
      ...values,
    );
    this.#cuts.set([which, ...values].join(" "), { shown: this.#most, all });
    return ids.slice(0, this.#most);
  }

  /** Over the relations that were cut; null when none was. */
  get cut(): Cut | null {
    return sumOf([...this.#cuts.values()]);
  }
}

type Cut = { shown: number; all: number };

/** What several left out together; null when none did. */
export function cutsTogether(all: readonly Related[]): Cut | null {
  return sumOf(all.flatMap(({ cut }) => cut ?? []));
}

function sumOf(cuts: readonly Cut[]): Cut | null {
  const sum = (name: keyof Cut) => cuts.reduce((total, one) => total + one[name], 0);
  return cuts.length === 0 ? null : { shown: sum("shown"), all: sum("all") };
}
