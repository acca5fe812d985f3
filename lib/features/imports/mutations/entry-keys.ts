import type { DatabaseClient } from "@/lib/server/db";

export type FoundEntries = {
  /** The entries that say the same and stand, by the key of the row. */
  standing: Map<string, string>;
  /** The key under which a new entry would be made: what was withdrawn may be sent anew. */
  free: Map<string, string>;
};

/** The author's entries that say what rows say. A key is used once for good; after a withdrawal the next one follows it. */
export async function findEntries(
  client: DatabaseClient,
  authorId: string,
  keys: readonly string[],
): Promise<FoundEntries> {
  const found: FoundEntries = { standing: new Map(), free: new Map(keys.map((key) => [key, key])) };
  for (let times = 2; found.free.size > found.standing.size; times += 1) {
    const wanted = [...found.free].filter(([key]) => !found.standing.has(key));
    const own = wanted.map(([, key]) => key);
    const rows = await client.$queryRaw<{ id: string; submissionKey: string; state: string }[]>`
      SELECT id::text, submission_key AS "submissionKey", state::text FROM entries
      WHERE author_id = ${authorId}::uuid AND submission_key = ANY(${own}::text[])`;
    if (rows.length === 0) break;
    const taken = new Map(rows.map((row) => [row.submissionKey, row]));
    for (const [key, asked] of wanted) {
      const entry = taken.get(asked);
      if (entry !== undefined && entry.state !== "withdrawn") found.standing.set(key, entry.id);
      else if (entry !== undefined) found.free.set(key, `${key}-${times}`);
    }
  }
  return found;
}
