import type { Envelope } from "@/lib/domain/wave-record";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { DatabaseClient } from "@/lib/server/db";

/** Which records are read: those of a wave, a part of them, or some by their ids. */
export type WhichRecords = Prisma.RecordWhereInput;

/** The envelope of each of these records by its id: state, revision in force, its record time, its citations. */
export async function readEnvelopes(client: DatabaseClient, which: WhichRecords): Promise<Map<string, Envelope>> {
  const records = await client.record.findMany({
    where: which,
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
