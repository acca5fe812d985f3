import type { SourceRow, WaveRecord } from "@/lib/domain/wave-record";
import { addressKey, type SourceProposal } from "../schema/source";

/** The record's source that a proposed one is, by its id or its address in any spelling; null for a new one. */
export function knownSource({ sources }: WaveRecord, { existing, added }: SourceProposal): SourceRow | null {
  const url = added?.url ?? null;
  return (
    sources.find(({ id }) => id === existing) ??
    sources.find((row) => url !== null && row.url !== null && addressKey(row.url) === addressKey(url)) ??
    null
  );
}

/** Whether everything it rests on retells others. */
export function restsOnTierTwo(record: WaveRecord, sources: readonly SourceProposal[]): boolean {
  return sources.every((source) => (knownSource(record, source)?.tier ?? source.added?.tier ?? "two") === "two");
}
