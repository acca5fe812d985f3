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
