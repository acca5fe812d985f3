import type { DatabaseClient } from "@/lib/server/db";
import type { Personas } from "@/prisma/seed/factories";

/** What is kept on the way to a record: the row of a file, a bulk decision, and messages. Another row says nothing of it. */
export async function leaveTraces(
  client: DatabaseClient,
  { recordId, name, people }: { recordId: string; name: string; people: Personas },
): Promise<{ batchId: string; messages: number[] }> {
  const { id: entryId } = await client.entry.findFirstOrThrow({ where: { recordId } });
  const note = `Said by ${name}`;
  const column = { filled: 2, examples: [note, "other"], shown: { point: { row: 2, cell: note } } };
  const { id: batchId } = await client.importBatch.create({
    data: {
      ...{ waveId: "kz22", authorId: people.chingiz.id, recordKind: "figure", state: "done", fileName: "f.csv" },
      ...{ fileHash: "0", delimiter: ",", header: ["note"], columns: [column] },
      mapping: { columns: { note: 0 }, fixed: { claimant_name: note }, answers: {} },
      rows: {
        create: [
          { number: 2, cells: [note, "7"], outcome: "sent", entryId, key: "hash" },
          { number: 3, cells: ["other"], outcome: "wrong" },
          // Stopped before it was told that its entry is that of the row before.
          { number: 4, cells: [note, "7"], outcome: "double", sameAs: 2, key: "hash" },
          { number: 5, cells: ["another"], outcome: "ready", key: "other hash" },
        ],
      },
    },
  });
  await client.bulkDecision.create({
    data: {
      ...{ moderatorId: people.bolat.id, verb: "approve", reason: `${name} was asked`, filter: "", matched: 1 },
      ...{ withHeld: false, state: "done" },
      items: { create: [{ position: 1, entryId, entryVersion: 1, foresees: "published", outcome: "decided" }] },
    },
  });
  const messages: number[] = [];
  for (const text of [`Is it true? ${note}`, "Thanks."]) {
    const data = { entryId, writerId: people.chingiz.id, text, messageKey: `key of ${text}` };
    messages.push((await client.entryMessage.create({ data })).id);
  }
  return { batchId, messages };
}
