import type pg from "pg";
import { withSql } from "../../integration/support/sql";

/** Tables that are not the public record, or that the database lets nobody write anew. */
const others = [
  ...["users", "sessions", "authenticators", "recovery_codes", "passkeys", "invitations", "rate_limiter_flexible"],
  ...["audit_events", "revisions", "seals", "publications", "country_maps"],
];
/** What is no text of anybody's: ids, codes and choices. */
const noText = /(?:^|_)(?:id|slug|code|country|language|zone|unit|kind|isic|currency|hash|version|since|until|key)$/;

type Column = { table: string; name: string; type: "text" | "ARRAY" | "jsonb" };
export type Planted = { columns: string[]; refused: string[] };

/**
 * Puts texts into every column of the record that holds words, spread over its rows so that all of them are in each
 * column, and publishes it. A column is left out where the database refuses them.
 */
export function plantInRecord(databaseUrl: string, texts: readonly string[]): Promise<Planted> {
  return withSql(databaseUrl, async (sql) => {
    const planted: Planted = { columns: [], refused: [] };
    for (const column of await textColumns(sql)) {
      const name = `${column.table}.${column.name}`;
      await sql.query("BEGIN");
      try {
        const { rowCount } = await sql.query(statement(column), [texts]);
        await sql.query("COMMIT");
        if (rowCount) planted.columns.push(name);
      } catch (problem) {
        await sql.query("ROLLBACK");
        planted.refused.push(`${name}: ${(problem as Error).message}`);
      }
    }
    await sql.query("INSERT INTO publications (wave_id) VALUES ('kz22')");
    return planted;
  });
}

async function textColumns(sql: pg.Client): Promise<Column[]> {
  const { rows } = await sql.query<Column>(
    `SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'ARRAY', 'jsonb')
        AND NOT (c.table_name = ANY($1)) AND c.table_name !~ '^(_|entr|import|bulk|moderator|withhold|evidence)'
      ORDER BY 1, 2`,
    [others],
  );
  return rows.filter(({ name }) => !noText.test(name));
}

/** Where a text is given in languages, it is planted in each of them. */
function statement({ table, name, type }: Column): string {
  const spread = `(SELECT string_agg(said, ' ' ORDER BY n) FROM unnest($1::text[]) WITH ORDINALITY AS every(said, n)
    WHERE (n - 1) % slots = r % slots)`;
  const value = {
    text: spread,
    ARRAY: `ARRAY[${spread}]`,
    jsonb: `jsonb_build_object('en', ${spread}, 'kk', ${spread}, 'ru', ${spread}, 'tr', ${spread})`,
  }[type];
  const has = {
    text: `"${name}" <> ''`,
    ARRAY: `cardinality("${name}") > 0`,
    jsonb: `"${name}" ?| ARRAY['en', 'kk', 'ru', 'tr']`,
  };
  return `WITH rows AS (
      SELECT ctid AS at, row_number() OVER () - 1 AS r, least(count(*) OVER (), cardinality($1::text[])) AS slots
        FROM "${table}" WHERE ${has[type]})
    UPDATE "${table}" t SET "${name}" = ${value} FROM rows WHERE t.ctid = rows.at`;
}
