import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Shelf } from "./shelf";

// Next loads this module more than once into one process; the shelf must exist once.
const shared = globalThis as { turnoutShelf?: Shelf };

/** For whoever follows the publications: from now on large waves stand in this folder. */
export function keepShelfIn(folder: string): Shelf {
  shared.turnoutShelf?.close();
  shared.turnoutShelf = new Shelf(folder);
  return shared.turnoutShelf;
}

/** Where large waves stand. Where nobody follows (development, tests), a folder of this process that goes with it. */
export function shelf(): Shelf {
  if (!shared.turnoutShelf) {
    const folder = mkdtempSync(path.join(tmpdir(), "turnout-shelf-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    shared.turnoutShelf = new Shelf(folder);
  }
  return shared.turnoutShelf;
}
