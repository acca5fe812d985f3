import { lacksFirstTier, losesFirstTier, type Tier } from "@/lib/domain/source-tier";
import type { RecordRow, SourceRow, WaveRecord } from "@/lib/domain/wave-record";
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
  return lacksFirstTier(tiersOf(record, sources));
}

function tiersOf(record: WaveRecord, sources: readonly SourceProposal[]): Tier[] {
  return sources.map((source) => knownSource(record, source)?.tier ?? source.added?.tier ?? "two");
}

type Corrected = { record: WaveRecord; base: RecordRow; proposed: RecordRow; grounds: { sources: SourceProposal[] } };

/** Whether a correction takes from a record the last source that does not retell others. */
export function leavesTierTwo({ record, base, proposed, grounds }: Corrected): boolean {
  const cited = ({ citations }: RecordRow) =>
    citations
      .filter(({ contradicts }) => !contradicts)
      .map(({ sourceId }) => record.sources.find(({ id }) => id === sourceId)?.tier ?? "two");
  return losesFirstTier(cited(base), [...cited(proposed), ...tiersOf(record, grounds.sources)]);
}
