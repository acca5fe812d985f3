import type { WaveRecord } from "@/lib/domain/wave-record";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

type Found = { waves: string[]; regions: string[]; batches: { id: string; fileName: string }[] };
type Option = { value: string; label: string };

/** What the queue can be narrowed to, named as the record names it; what it does not know goes by its id. */
export function queueChoices(
  { waves, regions, batches }: Found,
  records: readonly WaveRecord[],
  { locale, pasted }: { locale: Locale; pasted: string },
): Record<"waves" | "regions" | "batches", Option[]> {
  const named = new Map(records.flatMap((record) => record.regions.map(({ id, names }) => [id, names] as const)));
  const waveNames = new Map(records.map(({ wave }) => [wave.id, wave.names]));
  const nameIn = (names: ReadonlyMap<string, Parameters<typeof plainText>[0]>) => (value: string) => ({
    value,
    label: plainText(names.get(value), locale) || value,
  });
  const byLabel = (one: Option, other: Option) => one.label.localeCompare(other.label, locale);
  return {
    waves: waves.map(nameIn(waveNames)).toSorted(byLabel),
    regions: regions.map(nameIn(named)).toSorted(byLabel),
    batches: batches.map(({ id, fileName }) => ({ value: id, label: fileName || pasted })),
  };
}
