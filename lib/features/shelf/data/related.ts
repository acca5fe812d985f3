import { type Asking, idsFrom } from "./selection";

/** No more than so many records of one relation are taken. */
export const MOST_RELATED = 2000;

/** Records that lead to others: the first of each relation, and what was left out of those that have more. */
export class Related {
  readonly #asking: Asking;
  readonly #cuts = new Map<string, { shown: number; all: number }>();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** `which` is the rest of a question for ids. */
  first(which: string, ...values: string[]): string[] {
    const most = `SELECT DISTINCT id ${which} LIMIT ${MOST_RELATED + 1}`;
    const ids = idsFrom(this.#asking.all<{ id: string }>(most, ...values));
    if (ids.length <= MOST_RELATED) return ids;
    const [{ all } = { all: 0 }] = this.#asking.all<{ all: number }>(
      `SELECT count(DISTINCT id) AS "all" ${which}`,
      ...values,
    );
    this.#cuts.set([which, ...values].join(" "), { shown: MOST_RELATED, all });
    return ids.slice(0, MOST_RELATED);
  }

  /** Over the relations that were cut; null when none was. */
  get cut(): { shown: number; all: number } | null {
    const cuts = [...this.#cuts.values()];
    const sum = (name: "shown" | "all") => cuts.reduce((total, one) => total + one[name], 0);
    return cuts.length === 0 ? null : { shown: sum("shown"), all: sum("all") };
  }
}
