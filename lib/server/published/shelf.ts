import type { WaveRecord } from "@/lib/domain/wave-record";
import { errorFields, log } from "@/lib/server/logger";
import { type CopyOf, isDamage, ShelfReading } from "./shelf-reading";
import { CACHE_KB, openReading, openTables, removeTables } from "./shelf-tables";
import { type ShelfWriting, writingOn } from "./shelf-writing";

/** For so long what a publication replaced is read by pages that were begun before it. */
const outdatedForMs = 30_000;
/** What many publications in a row replaced; pages begun before all of them are begun again. */
const mostOutdated = 4;

type Wave = Pick<WaveRecord, "wave" | "version">;

/**
 * The local copy of waves too large to be held in memory: every version of every record, found by what pages ask for.
 * One writing may be under way at a time; whoever reads names the publication that it reads.
 */
export class Shelf {
  readonly #folder: string;
  #writing: ReturnType<typeof openTables>;
  /** The last writing first, then what it and others before it replaced. */
  #readings: [ShelfReading, ...ShelfReading[]];
  #isWriting = false;
  #isDamaged = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.#writing = openTables(folder);
    this.#readings = [this.#open()];
  }

  close(): void {
    for (const reading of this.#readings) reading.close();
    if (this.#writing.isOpen) this.#writing.close();
  }

  /** Of which publication of its wave the latest copy is; null when there is none. What was found damaged is made anew. */
  publicationOf(waveId: string): CopyOf | null {
    if (this.#isDamaged && !this.#isWriting) this.#makeAnew();
    return this.#publicationIn(this.#readings[0], waveId);
  }

  /** The copy of this publication of a wave, also for a while after the next one; null when it is not here. */
  copyOf({ wave, version }: Wave): ShelfReading | null {
    return this.#readings.find((reading) => this.#publicationIn(reading, wave.id)?.version === version) ?? null;
  }

  /** Begins a writing, which nobody sees before its end, and nobody ever if it is given up. */
  begin(): ShelfWriting {
    if (this.#isDamaged) this.#makeAnew();
    this.#writing.exec("BEGIN IMMEDIATE");
    this.#isWriting = true;
    const ends = { commit: () => this.#commit(), giveUp: () => this.#giveUp() };
    return writingOn(this.#writing, { ...ends, onDamage: (problem) => this.#noteDamage(problem) });
  }

  /** Who reads what stood there before goes on with it, and whoever asks for the new finds it. */
  #commit(): void {
    const [before] = this.#readings;
    before.hold();
    try {
      this.#end("COMMIT");
    } catch (problem) {
      before.release();
      throw problem;
    }
    this.#isWriting = false;
    this.#readings.unshift(this.#open());
    for (const oldest of this.#readings.splice(1 + mostOutdated)) oldest.close();
    setTimeout(() => this.#forget(before), outdatedForMs).unref();
  }

  #giveUp(): void {
    this.#isWriting = false;
    if (this.#writing.isOpen && this.#writing.isTransaction) this.#end("ROLLBACK");
  }

  #end(how: "COMMIT" | "ROLLBACK"): void {
    this.#writing.exec(`${how}; PRAGMA cache_size = -${CACHE_KB}; PRAGMA shrink_memory`);
  }

  #forget(outdated: ShelfReading): void {
    const [latest, ...others] = this.#readings;
    this.#readings = [latest, ...others.filter((one) => one !== outdated)];
    if (outdated === latest) return;
    outdated.close();
    // The log can be emptied only when nobody reads from it what was before: else it would grow with every publication.
    if (this.#readings.length === 1 && !this.#isWriting && this.#writing.isOpen) {
      this.#writing.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  #open(): ShelfReading {
    return new ShelfReading(openReading(this.#folder), (problem) => this.#noteDamage(problem));
  }

  #noteDamage(problem: unknown): void {
    if (!this.#isDamaged) log("warn", { event: "shelf-damaged", ...errorFields(problem) });
    this.#isDamaged = true;
  }

  #publicationIn(reading: ShelfReading, waveId: string): CopyOf | null {
    try {
      return reading.publicationOf(waveId);
    } catch (problem) {
      if (isDamage(problem)) return null;
      throw problem;
    }
  }

  #makeAnew(): void {
    this.close();
    removeTables(this.#folder);
    this.#writing = openTables(this.#folder);
    this.#readings = [this.#open()];
    this.#isDamaged = false;
  }
}
