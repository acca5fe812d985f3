import { NO_LENS } from "@/lib/domain/lens";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { chartView } from "@/lib/features/figures/view";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { extractAt } from "@/lib/features/shelf/data/find";
import { readEdition } from "@/lib/features/waves/data";
import { lensOf, readThrough } from "@/lib/features/waves/view/asked-lens";
import { keyFigures } from "@/lib/features/waves/view/key-figures";
import { type ReadingContext, readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { type DatabaseClient, withClient } from "@/lib/server/db";
import type { Edition } from "@/lib/server/published/edition";
import { readMessages } from "@/lib/shared/i18n/messages";
import { NO_FILTER } from "@/lib/shared/search-params";

const words = await readingWords("en");
export const charts = viewWords("en", await readMessages("en"));

/** One wave as it is read whole, and as what is kept of it when it stands on the shelf. */
export type Pair = { whole: WaveRecord; kept: WaveRecord };

/** Every wave in both ways; `before` is the edition of the shelf's last copy. */
export async function readPairs(client: DatabaseClient, before: Edition | null = null): Promise<Pair[]> {
  const parts = await withClient(client, () => readEdition(before, 0));
  const { records } = await withClient(client, () => readEdition(null));
  return records.flatMap((whole) => {
    const kept = parts.records.find(({ wave }) => wave.id === whole.wave.id);
    return kept ? [{ whole, kept }] : [];
  });
}

/** Both readings of a wave as known on a day and at a step; null leaves either open. */
export function contexts({ whole, kept }: Pair, knownOn: string | null, at: string | null): ReadingContext[] {
  const lens = knownOn === null ? NO_LENS : lensOf({ ...NO_FILTER, known_on: knownOn }, whole);
  const part = extractAt(kept, { at, knownOn, knownAt: lens.knownAt });
  return [readingContext(readThrough(whole, lens), words, whole), readingContext(readThrough(part, lens), words, kept)];
}

/** Without the way to totals, which a part of a wave has none of. */
export function keyNumbers(context: ReadingContext) {
  return keyFigures(context).map((figure) => (figure.key === "workforces" ? { ...figure, links: [] } : figure));
}

/** Names of gatherings without a number, and rows and ids about them, are left out where they may be very many. */
export function said(view: ReturnType<typeof chartView>) {
  const { drawing, head, key } = view;
  if (drawing.kind !== "crowds") return { head: { ...head, sources: null }, key, drawing, table: view.table };
  const days = drawing.days.map((day) => ({ ...day, unknown: day.unknown?.text ?? null }));
  return { head: { ...head, sources: null }, key, drawing: { ...drawing, days } };
}
