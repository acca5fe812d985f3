import type { Envelope } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";

/** The envelope of every record of a wave by its id: state, revision in force, its record time, its citations. */
export async function readEnvelopes(client: DatabaseClient, waveId: string): Promise<Map<string, Envelope>> {
  const records = await client.record.findMany({
    where: { waveId },
    include: {
      citations: { orderBy: { id: "asc" } },
      revisions: { select: { number: true, recordedAt: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  return new Map(
    records.map((row) => [
      row.id,
      {
        id: row.id,
        state: row.state,
        retractedReason: row.retractedReason,
        revision: row.revision,
        recordedAt: (row.revisions[0]?.recordedAt ?? row.createdAt).getTime(),
        citations: row.citations.map((citation) => ({
          sourceId: citation.sourceId,
          words: citation.words,
          wordsLanguage: citation.wordsLanguage,
          reliability: citation.reliability,
          contradicts: citation.contradicts,
        })),
      },
    ]),
  );
}

/** The envelope of a content row; every content row has one by foreign key. */
export function envelopeOf(envelopes: Map<string, Envelope>, id: string): Envelope {
  const envelope = envelopes.get(id);
  if (!envelope) throw new Error(`Record ${id} has no envelope.`);
  return envelope;
}
