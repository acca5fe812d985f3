import type { AddressScope } from "@/lib/shared/public-address";

/** What pages of one scope must have been made from to be current. Pages hold on to their cell and compare. */
export type Cell = { token: string; changedAt: number };

export type Versions = { all: number; waves: ReadonlyMap<string, number> };

/**
 * Which version of the record is current, per scope. A publication changes the token of its own wave and of what shows
 * all waves; pages of other waves and pages of text alone stay as they are.
 */
export class Freshness {
  readonly #cells = new Map<string, Cell>();
  #versions: Versions = { all: 0, waves: new Map() };
  #notice = "";

  cell(scope: AddressScope): Cell {
    const name = typeof scope === "string" ? scope : `wave ${scope.wave}`;
    const known = this.#cells.get(name);
    if (known) return known;
    const made = { token: this.#tokenOf(name), changedAt: 0 };
    this.#cells.set(name, made);
    return made;
  }

  /** `notice` stands for what every page says besides the record: since when the database is away, or nothing. */
  update(versions: Versions, notice: string, now: number): void {
    this.#versions = versions;
    this.#notice = notice;
    for (const [name, cell] of this.#cells) {
      const token = this.#tokenOf(name);
      if (token !== cell.token) Object.assign(cell, { token, changedAt: now });
    }
  }

  #tokenOf(name: string): string {
    if (name === "none") return this.#notice;
    const version = name === "all" ? this.#versions.all : (this.#versions.waves.get(name.slice("wave ".length)) ?? 0);
    return `${version}${this.#notice}`;
  }
}
