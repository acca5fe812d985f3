import { readOpenWave } from "@/lib/features/entries/data/open-wave";
import { type PossibleDates, possibleDates } from "@/lib/features/entries/schema/possible-dates";
import type { DatabaseClient } from "@/lib/server/db";
import { db } from "@/lib/server/db";
import type { Reading } from "../schema/row-cells";
import type { BatchRow } from "../view/rows";
import { readChoiceIndex } from "./choice-index";
import { readDirectory } from "./directory";

/** What the rows of a file are read by, as its author said and as the record is now; null before columns are known. */
export async function readReading(
  { waveId, kind, mapping }: BatchRow,
  client: DatabaseClient = db(),
): Promise<Reading | null> {
  if (mapping === null) return null;
  return { kind, mapping, directory: await readDirectory(client, waveId), words: await readChoiceIndex() };
}

/** The dates that rows of a file for this wave may have; null where it takes no entries. */
export async function readDates(waveId: string): Promise<PossibleDates | null> {
  const wave = await readOpenWave(db(), waveId);
  return wave && possibleDates(wave);
}
