import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { withSql } from "../../integration/support/sql";
import { site } from "./asking";

export type Fingerprint = ReadonlyMap<string, string>;

/** What changes without anybody's having done anything: how often somebody guessed, and the hour a session was used. */
const counters = new Set(["rate_limiter_flexible"]);
const written: Record<string, string> = {
  sessions: "hashtextextended((to_jsonb(t) - 'last_seen_at')::text, 0)::numeric",
};

/** Every table of the database with its rows, by the transactions that wrote them: whatever is written shows itself. */
export function fingerprint(): Promise<Fingerprint> {
  return withSql(site.databaseUrl, async (sql) => {
    await untilFilesRest(sql);
    const listed = await sql.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const tables = listed.rows.map(({ name }) => name).filter((name) => !counters.has(name));
    const one = (name: string) => `SELECT '${name}' AS name, count(*) || ' rows, ' ||
      coalesce(sum(${written[name] ?? "t.xmin::text::numeric"}), 0) AS content FROM "${name}" t`;
    const told = await sql.query<{ name: string; content: string }>(tables.map(one).join(" UNION ALL "));
    return new Map(told.rows.map(({ name, content }) => [name, content]));
  });
}

/** The server works on files of proposals by itself: what it does then is nobody's request. */
async function untilFilesRest(sql: pg.Client): Promise<void> {
  for (let tried = 0; tried < 200; tried += 1) {
    const { rows } = await sql.query(
      "SELECT 1 FROM import_batches WHERE state IN ('checking', 'sending', 'withdrawing') LIMIT 1",
    );
    if (rows.length === 0) return;
    await wait(50);
  }
  throw new Error("The files of proposals never came to rest.");
}

/** Tables in which anything differs. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
}
