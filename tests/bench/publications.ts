import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { readVersion } from "@/lib/features/waves/data";
import { type DatabaseClient, openClient, withClient } from "@/lib/server/db";
import { personasIn, submittedEntry } from "../integration/support/entries";
import { markerOf } from "./page-markers";

export type Publication = { number: number; version: number; committedAt: number };
export type Publisher = {
  versionNow(): Promise<number>;
  /** A figure proposed by the contributor and approved by as many moderators as it takes; numbered from 1. */
  publish(): Promise<Publication>;
  close(): Promise<void>;
};

/** When it was committed by the database's own clock, which is the machine's: our promise resolves a little later. */
async function publicationOf(client: DatabaseClient, recordId: string | null): Promise<Omit<Publication, "number">> {
  const rows = await client.$queryRaw<{ version: number; at: Date }[]>`
    SELECT version::int AS version, pg_xact_commit_timestamp(xmin) AS at FROM publications WHERE record_id = ${recordId}`;
  const row = rows[0];
  if (!row) throw new Error(`${recordId} was approved and has no publication.`);
  return { version: row.version, committedAt: row.at.getTime() };
}

/** Publishes through the product's own mutations, on a connection of its own. */
export async function openPublisher(databaseUrl: string): Promise<Publisher> {
  const client = openClient(databaseUrl, 4);
  const { chingiz, bolat, dana } = await personasIn(client);
  let count = 0;
  const publishNext = async () => {
    const entryId = await submittedEntry(chingiz.id, { number: markerOf(count + 1) });
    for (const moderator of [bolat, dana]) {
      const approved = await approveEntry(moderator.id, { entryId, seenVersion: 1 });
      if ("refused" in approved) throw new Error(`Not approved: ${JSON.stringify(approved)}`);
      if (approved.entry.state !== "published") continue;
      count += 1;
      return { number: count, ...(await publicationOf(client, approved.entry.recordId)) };
    }
    throw new Error("Two approvals were not enough.");
  };
  return {
    versionNow: () => withClient(client, readVersion),
    publish: () => withClient(client, publishNext),
    close: () => client.$disconnect(),
  };
}
