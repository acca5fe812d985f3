import type { AddressScope } from "@/lib/shared/public-address";

/** What pages of one scope must have been made from to be current. Pages hold on to their cell and compare. */
export type Cell = {
  /** Never comes back: what says the same again later is another state, or a page begun in between would pass for it. */
  token: number;
  /** What the token stands for. */
  says: string;
  /** When (ms) each earlier token stopped being current, the longest ago first. */
  ended: Map<number, number>;
};

export type Versions = { all: number; waves: ReadonlyMap<string, number> };

const mostRemembered = 1000;

/** For how long (ms) what was made from `token` has not been the latest; 0 while it is. */
export function behindMs(cell: Cell, token: number, now: number): number {
  if (token === cell.token) return 0;
  const [longestAgo = 0] = cell.ended.values();
  return now - (cell.ended.get(token) ?? longestAgo);
}

/**
 * Which version of the record is current, per scope. A publication changes the token of its own wave and of what shows
 * all waves; pages of other waves and pages of text alone stay as they are.
 */
export class Freshness {
  readonly #cells = new Map<string, Cell>();
  #versions: Versions = { all: 0, waves: new Map() };
  #notice = "";
  #last = 0;

  cell(scope: AddressScope): Cell {
    const name = typeof scope === "string" ? scope : `wave ${scope.wave}`;
    const known = this.#cells.get(name);
    if (known) return known;
    const made = { token: this.#next(), says: this.#saysOf(name), ended: new Map<number, number>() };
    this.#cells.set(name, made);
    return made;
  }

  /** `notice` stands for what every page says besides the record: since when the database is away, or nothing. */
  update(versions: Versions, notice: string, now: number): void {
    this.#versions = versions;
    this.#notice = notice;
    for (const [name, cell] of this.#cells) {
      const says = this.#saysOf(name);
      if (says !== cell.says) this.#change(cell, says, now);
    }
  }

  #change(cell: Cell, says: string, now: number): void {
    cell.ended.set(cell.token, now);
    const [first = cell.token] = cell.ended.keys();
    if (cell.ended.size > mostRemembered) cell.ended.delete(first);
    Object.assign(cell, { token: this.#next(), says });
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }

  #saysOf(name: string): string {
    if (name === "none") return this.#notice;
    const version = name === "all" ? this.#versions.all : (this.#versions.waves.get(name.slice("wave ".length)) ?? 0);
    return `${version}${this.#notice}`;
  }
}
