import type { WaveRecord } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { shelf } from "@/lib/server/published/shelf-in-use";
import type { ShelfWriting } from "@/lib/server/published/shelf-writing";
import { copyToShelf, finishShelving, type Shelving } from "./shelve";

/** The large waves of one reading of the database: written to the shelf together, and seen there together. */
export type LargeWaves = {
  /** A wave is large when it has more records than this. */
  from: number;
  copy(client: DatabaseClient, base: WaveRecord): Promise<Shelving>;
  finish(shelving: Shelving): Promise<WaveRecord>;
  commit(): void;
  giveUp(): void;
};

export function largeWaves(from: number): LargeWaves {
  let writing: ShelfWriting | undefined;
  const begun = () => {
    writing ??= shelf().begin();
    return writing;
  };
  return {
    from,
    copy: (client, base) => copyToShelf(client, begun(), base),
    finish: (shelving) => finishShelving(begun(), shelving),
    commit: () => writing?.commit(),
    giveUp: () => writing?.giveUp(),
  };
}
