import type { WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";

/** How an address leads to a workforce: as its page has it now, or as it once had it. */
export type Led = "now" | "once";

/** The workforce of a wave that is asked for by its part of the address or its id, or by what was once the former. */
export function askedWorkforce(
  { workforces, revisions }: WaveRecord,
  asked: string,
): { row: WorkforceRow; led: Led } | null {
  const now = workforces.find(({ slug }) => slug === asked) ?? workforces.find(({ id }) => id === asked);
  if (now) return { row: now, led: "now" };
  const hadIt = ({ id }: WorkforceRow) =>
    (revisions[id] ?? []).some(({ row }) => "occupation" in row && row.slug === asked);
  const once = workforces.find(hadIt);
  return once ? { row: once, led: "once" } : null;
}

/** The wave and the workforce that an address asks for: whose it is now comes before whose it was. */
export function workforceOfWaves(
  records: readonly WaveRecord[],
  asked: string,
): { record: WaveRecord; row: WorkforceRow } | null {
  const found = records.flatMap((record) => {
    const one = askedWorkforce(record, asked);
    return one ? [{ ...one, record }] : [];
  });
  return found.find(({ led }) => led === "now") ?? found[0] ?? null;
}
