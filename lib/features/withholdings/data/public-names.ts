import type { DatabaseClient } from "@/lib/server/db";

/** The names that readers find on every page of a country's waves: its regions, localities and employers, in every spelling. */
export async function readPublicNames(client: DatabaseClient, country: string): Promise<string[]> {
  const rows = await client.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT name FROM (
      SELECT t.value AS name FROM regions r, jsonb_each_text(r.names) t
        WHERE r.country = ${country}
      UNION ALL SELECT t.value FROM regions r, jsonb_each_text(r.short_names) t WHERE r.country = ${country}
      UNION ALL SELECT s.text FROM region_spellings s JOIN regions r ON r.id = s.region_id WHERE r.country = ${country}
      UNION ALL SELECT t.value FROM localities l, jsonb_each_text(l.names) t WHERE l.country = ${country}
      UNION ALL SELECT s.text FROM locality_spellings s JOIN localities l ON l.id = s.locality_id WHERE l.country = ${country}
      UNION ALL SELECT t.value FROM employers e, jsonb_each_text(e.names) t WHERE e.country = ${country}
      UNION ALL SELECT unnest(e.other_names) FROM employers e WHERE e.country = ${country}
    ) all_names WHERE name IS NOT NULL`;
  return rows.map(({ name }) => name);
}

/**
 * What other published records of a wave say of who tells, counts and strikes, and the headings and addresses of their
 * sources: words that readers still find there are no trace of what was taken down. Whoever takes the last of them down
 * has them sought.
 */
export async function readSaidByOthers(
  client: DatabaseClient,
  { id, waveId }: { id: string; waveId: string },
): Promise<string[]> {
  const rows = await client.$queryRaw<{ text: string }[]>`
    WITH others AS (SELECT id FROM records WHERE wave_id = ${waveId} AND id <> ${id} AND state = 'published')
    SELECT DISTINCT text FROM (
      SELECT unnest(ARRAY[s.title, s.publisher, s.url]) AS text FROM sources s JOIN others USING (id)
      UNION ALL SELECT t.value FROM figures f JOIN others USING (id), jsonb_each_text(f.claimant_name) t
      UNION ALL SELECT t.value FROM workforce_sizes z JOIN others USING (id), jsonb_each_text(z.claimant_name) t
      UNION ALL SELECT t.value FROM workforces w JOIN others USING (id), jsonb_each_text(w.names) t
      UNION ALL SELECT t.value FROM workforces w JOIN others USING (id), jsonb_each_text(w.occupation) t
      UNION ALL SELECT unnest(w.other_names) FROM workforces w JOIN others USING (id)
    ) said WHERE text IS NOT NULL`;
  return rows.map(({ text }) => text);
}
